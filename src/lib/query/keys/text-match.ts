import type { Criterion, FieldMatch, TextMatch } from '../criterion.ts';
import { compilePattern } from '../pattern.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import { isValueError, readEach, type ValueError } from './key-reader.ts';

export function readBareText(values: readonly WrittenValue[]): Criterion | ValueError {
	const [value] = values;
	if (!value) return { key: 'text', text: { kind: 'text', text: '' } };
	const text = readTextMatch(value);
	return isValueError(text) ? text : { key: 'text', text };
}

export function readParty(key: 'from' | 'to') {
	return (values: readonly WrittenValue[]): Criterion | ValueError => {
		const any = readEach(values, readTextMatch);
		return isValueError(any) ? any : { key, any };
	};
}

export function readHeader(values: readonly WrittenValue[]): Criterion | ValueError {
	const any = readEach(values, readField);
	return isValueError(any) ? any : { key: 'header', any };
}

function readField(value: WrittenValue): FieldMatch | ValueError {
	const { name = '', operator } = value.field ?? {};
	if (!FIELD_NAME.test(name))
		return { value, message: `"${name}" is no name of a header field: write one such as Contact.` };
	if (!operator) return { name };
	const text = readTextMatch(value);
	if (isValueError(text)) return text;
	return { name, value: { how: operator === '=' ? 'equals' : 'contains', text } };
}

/** A token (RFC 3261 §25.1). */
const FIELD_NAME = /^[\w.!%*+`'-]+$/;

function readTextMatch(value: WrittenValue): TextMatch | ValueError {
	const { form, text, flags } = value;
	if (form !== 'pattern') return { kind: 'text', text };
	const compiled = compilePattern({ source: text, flags });
	if (typeof compiled === 'string') return { value, message: compiled };
	return { kind: 'pattern', source: text, flags };
}
