import { comparableName } from '../../sip/fields/header-name.ts';
import { type Line, physicalLines } from './line.ts';

/** Before the start line there may be empty ones (RFC 3261 §7.5); they go with it. */
const START = 'start line';

/**
 * The head of a message, one field a line, folded ones with all of their lines. Fields of one name have
 * one key, however it is written; the empty line at the end has one of its own.
 */
export function headLines(head: string): Line[] {
	const lines: Line[] = [];
	let started = false;
	for (const text of physicalLines(head)) {
		const last = lines.at(-1);
		const empty = /^\r?\n$/.test(text);
		if (last && !started) last.text += text;
		else if (last && /^[ \t]/.test(text)) last.text += text;
		else lines.push({ key: last ? keyOf(text, empty) : START, text, depth: 0 });
		started ||= !empty;
	}
	return lines;
}

function keyOf(text: string, empty: boolean): string {
	if (empty) return '';
	const colon = text.indexOf(':');
	return colon < 0 ? text : comparableName(text.slice(0, colon).trim());
}
