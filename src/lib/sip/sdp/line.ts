import { EQUALS } from '../grammar/character.ts';
import { lineFeed } from '../grammar/line.ts';
import { lineEnd } from './words.ts';

/** One line of a description, `m=audio 9 RTP/AVP 0`, and where it is. */
export interface SdpLine {
	/** `m`; `''` where the line does not begin with a letter and an equals sign. */
	type: string;
	/** What follows the equals sign; all of the line where it has no type. */
	value: string;
	/** In UTF-16 units from the description's beginning. */
	offset: number;
	/** Without what ends the line. */
	length: number;
}

/** All lines but empty ones. A line ends at its LF: the CR before it is optional (RFC 8866 §5). */
export function splitLines(text: string): SdpLine[] {
	const lines: SdpLine[] = [];
	for (let at = 0; at < text.length;) {
		const feed = lineFeed(text, at);
		const end = lineEnd(text, at, feed);
		if (end > at) lines.push(readLine(text, at, end));
		at = feed + 1;
	}
	return lines;
}

function readLine(text: string, offset: number, end: number): SdpLine {
	const typed =
		offset + 1 < end && isType(text.charCodeAt(offset)) && text.charCodeAt(offset + 1) === EQUALS;
	return {
		type: typed ? text.charAt(offset) : '',
		value: text.slice(typed ? offset + 2 : offset, end),
		offset,
		length: end - offset
	};
}

/** From `a` to `z`. */
function isType(code: number): boolean {
	return code >= 0x61 && code <= 0x7a;
}
