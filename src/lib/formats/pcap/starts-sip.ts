import { isTokenCharacter, LF, SPACE } from '../../sip/grammar/character.ts';

/** The longest request line that is looked through for its end. */
const LONGEST_LINE = 8_192;

const [S, I, P, SLASH] = [0x53, 0x49, 0x50, 0x2f];
/** What makes a letter a small one. */
const SMALL = 0x20;

/**
 * Whether bytes begin with a start line (RFC 3261 §7.1, §7.2), told without making a text of them: most
 * packets of a capture are voice.
 */
export function startsSip(bytes: Uint8Array, start: number, end: number): boolean {
	if (!isTokenCharacter(bytes[start] ?? SPACE)) return false;
	if (isVersion(bytes, start, end)) return true;
	const last = Math.min(end, start + LONGEST_LINE);
	let at = start;
	while (at < last && isTokenCharacter(bytes[at] ?? SPACE)) at++;
	if (bytes[at] !== SPACE) return false;
	let version = at;
	for (; at < last && bytes[at] !== LF; at++) if (bytes[at] === SPACE) version = at + 1;
	return isVersion(bytes, version, end);
}

/** `SIP/`, whatever its version. */
function isVersion(bytes: Uint8Array, at: number, end: number): boolean {
	return (
		at + 4 <= end &&
		((bytes[at] ?? 0) & ~SMALL) === S &&
		((bytes[at + 1] ?? 0) & ~SMALL) === I &&
		((bytes[at + 2] ?? 0) & ~SMALL) === P &&
		bytes[at + 3] === SLASH
	);
}
