import type { Term } from '../expression.ts';
import type { FilterError } from '../filter-error.ts';
import { isValueError } from '../keys/key-reader.ts';
import { keyEntry, suggestedKey, TEXT } from '../keys/keys.ts';
import { readValue, type ValueForm } from './read-value.ts';
import type { WrittenValue } from './written-value.ts';

const BARE: ValueForm = { listed: false, field: false, pattern: true };

/** The term at `at`, after its `-`. Only keys of the table are keys: `sip:101@example.com` is text. */
export function readTerm(text: string, at: number, negated: boolean): Term | FilterError {
	const start = negated ? at - 1 : at;
	const [, written = ''] = /^([a-z]+):/i.exec(text.slice(at, at + LONGEST_KEY)) ?? [];
	const entry = keyEntry(written.toLowerCase());
	const suggestion = entry ? undefined : suggestedKey(written.toLowerCase());
	if (suggestion) return unknownKey(written, at, suggestion);
	const valueAt = entry ? at + written.length + 1 : at;
	const values = readValues(text, valueAt, entry ? { ...entry.form, listed: true } : BARE);
	if ('message' in values) return values;
	const nothing = values.find(isMissing);
	if (nothing) return missing(nothing, entry?.key);
	const criterion = (entry ?? TEXT).read(values);
	if (isValueError(criterion)) {
		const { value, message, suggestion } = criterion;
		const length = value.end - value.start;
		return { offset: value.start, length, message, ...(suggestion ? { suggestion } : {}) };
	}
	const end = values.at(-1)?.end ?? valueAt;
	return { kind: 'term', negated, criterion, key: entry?.key, values, start, end };
}

const LONGEST_KEY = 20;

function readValues(text: string, start: number, form: ValueForm): WrittenValue[] | FilterError {
	const values: WrittenValue[] = [];
	for (let at = start; ; at++) {
		const value = readValue(text, at, form);
		if ('message' in value) return value;
		values.push(value);
		at = value.end;
		if (!form.listed || text[at] !== ',') return values;
	}
}

function isMissing({ text, field }: WrittenValue): boolean {
	return field ? field.name === '' || (field.operator !== '' && text === '') : text === '';
}

function missing({ start, end }: WrittenValue, key: string | undefined): FilterError {
	const message = key === undefined ? 'Here is nothing to look for.' : `"${key}:" needs a value.`;
	return { offset: start, length: end - start, message };
}

function unknownKey(written: string, at: number, suggestion: string): FilterError {
	return {
		offset: at,
		length: written.length + 1,
		message: `"${written}:" is no key. Did you mean ${suggestion}? If this is text, it needs quotes.`,
		suggestion
	};
}
