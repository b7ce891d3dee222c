import { comparableName } from '../fields/header-name.ts';
import { isBlank, isToken, trimmed } from '../grammar/character.ts';
import { afterEmptyLine, colonIn, contentEnd, isEmptyLine, lineFeed } from '../grammar/line.ts';
import type { ProblemLog } from './problem-log.ts';

/** A header field, and where it is. */
export interface RawField {
	/** The comparable name. */
	name: string;
	start: number;
	/** After the colon. */
	valueStart: number;
	/** Of its last line, folding included. */
	end: number;
}

export interface RawHead {
	fields: readonly RawField[];
	bodyOffset: number;
}

/** Reads the header fields from `at` on, and reports the lines that are none. */
export function readHeadFields(text: string, at: number, log: ProblemLog): RawHead {
	const fields: RawField[] = [];
	let open: RawField | undefined;
	while (at < text.length) {
		if (isEmptyLine(text, at)) return { fields, bodyOffset: afterEmptyLine(text, at) };
		const feed = lineFeed(text, at);
		const end = contentEnd(text, at, feed);
		if (isBlank(text.charCodeAt(at))) {
			if (open) open.end = end;
			else log.add('header-malformed', at, end);
		} else {
			const colon = colonIn(text, at, feed);
			const name = trimmed(text, at, Math.max(at, colon));
			if (!isToken(name)) log.add('header-malformed', at, end);
			open =
				colon > at
					? { name: comparableName(name), start: at, valueStart: colon + 1, end }
					: undefined;
			if (open) fields.push(open);
		}
		at = feed + 1;
	}
	log.add('body-separator-missing', text.length, text.length);
	return { fields, bodyOffset: text.length };
}
