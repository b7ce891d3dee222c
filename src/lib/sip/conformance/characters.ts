import { BACKSLASH } from '../grammar/character.ts';
import { invalidUtf8At } from '../grammar/utf-8.ts';
import { type Charset, wireBytes } from '../wire.ts';
import type { ProblemLog } from './problem-log.ts';

/**
 * Checks the characters of the head, which ends at `end`. Of each kind only the first is reported: a
 * message that was pasted with bare line feeds has nothing else.
 */
export function checkCharacters(
	text: string,
	start: number,
	end: number,
	charset: Charset,
	log: ProblemLog
): void {
	const head = text.slice(start, end);
	const feed = bareLineFeed(head);
	if (feed >= 0) log.add('bare-line-feed', start + feed, start + feed + 1);
	const control = controlCharacter(head);
	if (control >= 0) {
		log.add('control-character', start + control, start + control + 1);
	}
	const invalid = charset === 'octets' ? invalidUtf8At(wireBytes({ text: head, charset })) : -1;
	if (invalid >= 0) log.add('not-utf-8', start + invalid, start + invalid + 1);
}

function bareLineFeed(head: string): number {
	let at = head.indexOf('\n');
	while (at >= 0 && head[at - 1] === '\r') at = head.indexOf('\n', at + 1);
	return at;
}

/** The first one that is not escaped; also a CR that ends no line. */
function controlCharacter(head: string): number {
	for (const { index } of head.matchAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/g)) {
		if (head[index] === '\r' || !isEscaped(head, index)) return index;
	}
	return -1;
}

/** Whether an odd number of backslashes comes before. */
function isEscaped(head: string, at: number): boolean {
	let first = at;
	while (head.charCodeAt(first - 1) === BACKSLASH) first--;
	return (at - first) % 2 === 1;
}
