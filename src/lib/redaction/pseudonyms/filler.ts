import type { PrivateKind } from '../replacer.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * What stands in for a secret: as long as it, in its alphabet, and made of a count alone, so that nothing
 * of the secret can be found from it. What parts its words stays (`AB:CD`, `a.b.c`), but in a password.
 */
export function filler(kind: PrivateKind, secret: string, count: number): string {
	if (UUID.test(secret)) return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
	const isSlot = kind === 'password' ? () => true : (part: string) => !/[^\p{L}\d+/_]/u.test(part);
	const characters = Array.from(secret);
	const symbols = symbolsOf(characters.filter(isSlot));
	const slots = characters.filter(isSlot).length;
	const written = inSymbols(count, symbols);
	const padded = written.padStart(slots, symbols[0]);
	const inserted = padded.slice(0, padded.length - slots);
	let next = inserted.length;
	return (
		inserted + characters.map((part) => (isSlot(part) ? padded.charAt(next++) : part)).join('')
	);
}

/** Digits are in nearly every alphabet that secrets are written in. */
function symbolsOf(characters: string[]): string {
	if (characters.length === 0 || characters.some((character) => /\d/.test(character)))
		return '0123456789';
	return characters.some((character) => /[a-z]/.test(character))
		? 'abcdefghijklmnopqrstuvwxyz'
		: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
}

function inSymbols(count: number, symbols: string): string {
	let written = '';
	for (let left = count; left > 0; left = Math.floor(left / symbols.length)) {
		written = symbols.charAt(left % symbols.length) + written;
	}
	return written;
}
