import type { Criterion, StatusRange } from '../criterion.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import { isValueError, readEach, type ValueError } from './key-reader.ts';

/** A token (RFC 3261 §25.1): a method may be one that nobody has heard of. */
const METHOD = /^[\w.!%*+`'~-]+$/;

export function readMethod(values: readonly WrittenValue[]): Criterion | ValueError {
	const any = readEach(values, (value): string | ValueError =>
		METHOD.test(value.text)
			? value.text.toUpperCase()
			: { value, message: `"${value.text}" is no method: write one such as INVITE.` }
	);
	return isValueError(any) ? any : { key: 'method', any };
}

export function readStatus(values: readonly WrittenValue[]): Criterion | ValueError {
	const any = readEach(values, readStatusRange);
	return isValueError(any) ? any : { key: 'status', any };
}

/** `486`, `4xx`, `400..499`, `500..`. */
function readStatusRange(value: WrittenValue): StatusRange | ValueError {
	const written = value.text.toLowerCase();
	const [, one, range] =
		/^([1-6](?:\d\d|xx))$|^([1-6]\d\d\.\.(?:[1-6]\d\d)?|\.\.[1-6]\d\d)$/.exec(written) ?? [];
	if (one !== undefined)
		return { from: Number(one.replaceAll('x', '0')), to: Number(one.replaceAll('x', '9')) };
	if (range === undefined) {
		const message = `"${value.text}" is no status: write one such as 486, 4xx or 400..499.`;
		return { value, message };
	}
	const [from, to] = range.split('..');
	return { from: Number(from || 100), to: Number(to || 699) };
}
