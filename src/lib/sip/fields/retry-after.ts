import { type Parameters, parseParameters } from '../grammar/parameters.ts';
import { deltaSeconds } from '../grammar/whole-number.ts';

/** When to try again (RFC 3261 §20.33). */
export interface RetryAfter {
	seconds: number;
	/** What stands in parentheses, without them: the reason, for people. */
	comment?: string;
	/** How long the called party is to be reached from then on. */
	durationSeconds?: number;
	parameters: Parameters;
}

/** Reads `18000 (in a meeting);duration=3600`; `undefined` if it begins with no number. */
export function parseRetryAfter(value: string): RetryAfter | undefined {
	const [, digits, rest = ''] = /^\s*(\d+)(?!\w)(.*)$/s.exec(value) ?? [];
	const seconds = deltaSeconds(digits);
	if (seconds === undefined) return undefined;
	const { comment, after } = readComment(rest);
	const parameters = parseParameters(rest, after);
	const durationSeconds = deltaSeconds(parameters.get('duration'));
	return {
		seconds,
		...(comment !== undefined && { comment }),
		...(durationSeconds !== undefined && { durationSeconds }),
		parameters
	};
}

/** A comment at the beginning, and where it ends; comments may hold others, and escapes. */
function readComment(text: string): { comment?: string; after: number } {
	const open = text.length - text.trimStart().length;
	if (text[open] !== '(') return { after: open };
	let depth = 0;
	for (let at = open; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '(') depth++;
		else if (text[at] === ')' && --depth === 0) {
			return { comment: unescaped(text.slice(open + 1, at)), after: at + 1 };
		}
	}
	return { comment: unescaped(text.slice(open + 1)), after: text.length };
}

function unescaped(text: string): string {
	return text.replace(/\\([^])/g, '$1');
}
