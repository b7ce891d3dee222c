import { DIALOG_STAGES, FEATURES, KINDS, type Key } from '../criterion.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import { isValueError, readEach, type ValueError } from './key-reader.ts';
import { nearest } from './nearest.ts';

export const readIs = choiceReader('is', KINDS, 'is no kind of message');
export const readHas = choiceReader('has', FEATURES, 'is nothing that a message has');
export const readDialog = choiceReader('dialog', DIALOG_STAGES, 'is no state of a dialog');

/** Reads what is one of a few words. */
function choiceReader<K extends Key, C extends string>(
	key: K,
	choices: readonly C[],
	isNone: string
) {
	return (values: readonly WrittenValue[]): { key: K; any: readonly C[] } | ValueError => {
		const any = readEach(values, (value): C | ValueError => {
			const written = value.text.toLowerCase();
			const choice = choices.find((known) => known === written);
			return choice ?? unknownChoice(value, choices, isNone);
		});
		return isValueError(any) ? any : { key, any };
	};
}

/** Says what may be written, and what was likely meant. */
export function unknownChoice(
	value: WrittenValue,
	choices: readonly string[],
	isNone: string
): ValueError {
	const suggestion = nearest(value.text, choices);
	const hint = suggestion ? `Did you mean ${suggestion}?` : `Write one of ${choices.join(', ')}.`;
	const message = `"${value.text}" ${isNone}. ${hint}`;
	return { value, message, ...(suggestion ? { suggestion } : {}) };
}
