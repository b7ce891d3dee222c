import type { CallMatch, Criterion } from '../criterion.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import type { ReadValues } from './key-reader.ts';

export function readCall(values: readonly WrittenValue[]): Criterion {
	return { key: 'call', any: values.map(readCallMatch) };
}

/** A Call-ID, a number; both numbers are `101→102` or `101->102`. */
function readCallMatch({ text }: WrittenValue): CallMatch {
	const [caller = '', callee] = text.split(/→|->/);
	return callee === undefined ? { kind: 'named', name: text } : { kind: 'between', caller, callee };
}

/** Of keys whose values are names: any text will do. */
export function nameReader(key: 'conversation' | 'phone' | 'instance'): ReadValues {
	return (values) => ({ key, any: values.map(({ text }) => text) });
}
