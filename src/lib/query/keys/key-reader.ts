import type { Criterion, Key } from '../criterion.ts';
import type { ValueForm } from '../syntax/read-value.ts';
import type { WrittenValue } from '../syntax/written-value.ts';

/** What is written before a colon, and what it means. */
export interface KeyEntry {
	readonly key: Exclude<Key, 'text'>;
	/** What it asks, in a few words: `the method of a request, and of its responses`. */
	readonly words: string;
	/** Terms with it, for people to learn from. */
	readonly examples: readonly string[];
	readonly form: Omit<ValueForm, 'listed'>;
	readonly read: ReadValues;
}

/** Makes a criterion of a term's values: one at least, none empty. */
export type ReadValues = (values: readonly WrittenValue[]) => Criterion | ValueError;

export interface ValueError {
	readonly value: WrittenValue;
	readonly message: string;
	readonly suggestion?: string;
}

export function isValueError(read: object): read is ValueError {
	return 'message' in read;
}

/** Reads each value by itself; the first that cannot be read is the error. */
export function readEach<T extends object | string | number>(
	values: readonly WrittenValue[],
	read: (value: WrittenValue) => T | ValueError
): readonly T[] | ValueError {
	const all: T[] = [];
	for (const value of values) {
		const one = read(value);
		if (typeof one === 'object' && isValueError(one)) return one;
		all.push(one);
	}
	return all;
}
