import type { FilterError } from '../filter-error.ts';
import type { WrittenValue } from './written-value.ts';

export interface ValueForm {
	/** Commas part values. */
	listed: boolean;
	/** Begins with the name of a header field. */
	field: boolean;
	/** May be a regular expression. */
	pattern: boolean;
}

/** The value that begins at `at`; a plain one may be empty. */
export function readValue(text: string, at: number, form: ValueForm): WrittenValue | FilterError {
	return form.field ? readFieldValue(text, at, form) : readText(text, at, form);
}

function readFieldValue(text: string, at: number, form: ValueForm): WrittenValue | FilterError {
	const name = /^[^\s,~="()/]*/.exec(text.slice(at, at + LONGEST_NAME))?.[0] ?? '';
	const after = text[at + name.length];
	const operator = after === '~' || after === '=' ? after : '';
	const field = { name, operator } as const;
	const valueAt = at + name.length + operator.length;
	if (operator === '')
		return { form: 'plain', text: '', flags: '', field, start: at, end: valueAt };
	const value = readText(text, valueAt, form);
	return 'message' in value ? value : { ...value, field, start: at };
}

const LONGEST_NAME = 256;

function readText(text: string, at: number, form: ValueForm): WrittenValue | FilterError {
	if (text[at] === '"') return readQuoted(text, at);
	if (text[at] === '/' && form.pattern) return readPattern(text, at);
	const end = plainEnd(text, at, form.listed);
	return { form: 'plain', text: text.slice(at, end), flags: '', start: at, end };
}

/** Where a word ends: at white space, at a comma of a list, and at a bracket that it did not open. */
function plainEnd(text: string, start: number, listed: boolean): number {
	let open = 0;
	for (let at = start; at < text.length; at++) {
		const character = text.charAt(at);
		if (/\s/.test(character) || (listed && character === ',')) return at;
		if (character === '(') open++;
		if (character === ')' && open-- === 0) return at;
	}
	return text.length;
}

/** Between quotes `\"` is a quote and `\\` a backslash. */
function readQuoted(text: string, start: number): WrittenValue | FilterError {
	let value = '';
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') return { form: 'quoted', text: value, flags: '', start, end: at + 1 };
		const next = text.charAt(at + 1);
		const escaped = character === '\\' && (next === '"' || next === '\\');
		value += escaped ? next : character;
		if (escaped) at++;
	}
	return { offset: start, length: text.length - start, message: 'This quote is never closed.' };
}

/** Up to the slash that is neither escaped nor within `[…]`, and its flags. */
function readPattern(text: string, start: number): WrittenValue | FilterError {
	let inClass = false;
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\') at++;
		else if (character === '[') inClass = true;
		else if (character === ']') inClass = false;
		else if (character === '/' && !inClass) return patternOf(text, start, at);
	}
	return {
		offset: start,
		length: text.length - start,
		message: 'This regular expression is never closed. A slash that is to be found needs quotes.'
	};
}

function patternOf(text: string, start: number, close: number): WrittenValue {
	const [flags = ''] = /^[a-z]*/i.exec(text.slice(close + 1, close + 1 + LONGEST_NAME)) ?? [];
	const end = close + 1 + flags.length;
	return { form: 'pattern', text: text.slice(start + 1, close), flags, start, end };
}
