import type { Key } from '../criterion.ts';
import { KEYS } from '../keys/keys.ts';
import { quote } from '../syntax/quote.ts';
import { type Place, placeAt } from './place.ts';
import type { KnownValue } from './vocabulary.ts';

export interface Completion {
	/** What takes the place of what was written: `method:`, `INVITE`, `phone:"Alice B"`. */
	readonly text: string;
	readonly words?: string;
	/** Messages that it finds. */
	readonly count?: number;
}

export interface Completions {
	/** In the filter's text, in UTF-16 units. */
	readonly from: number;
	readonly to: number;
	readonly list: readonly Completion[];
}

/** A filter that a person gave a name. */
export interface NamedFilter {
	readonly name: string;
	readonly text: string;
}

type ValuesOf = (key: Exclude<Key, 'text'>) => readonly KnownValue[];

/** More values than this nobody reads. */
const MOST = 20;

/** Keys whose values are words that people type without their key. */
const GUESSED = ['method', 'status', 'phone', 'cmd', 'has', 'finding'] as const;

/** What may be meant at the caret: keys and saved filters, or what a key's values are in this trace. */
export function completionsAt(
	text: string,
	caret: number,
	valuesOf: ValuesOf,
	saved: readonly NamedFilter[] = []
): Completions {
	const place = placeAt(text, caret);
	const isAlone = text.slice(0, place.from).trim() + text.slice(place.to).trim() === '';
	const list =
		place.key === undefined
			? [...words(place, valuesOf), ...named(place, saved, isAlone)]
			: values(place.key, place, valuesOf);
	// What is there already needs no completion, and what is offered already no other.
	const written = text.slice(place.from, place.to);
	const others = new Map(list.map((one) => [one.text, one]));
	others.delete(written);
	return { from: place.from, to: place.to, list: [...others.values()] };
}

/** The text with a completion in it, and where the caret is then. */
export function completed(
	text: string,
	{ from, to }: Completions,
	completion: Completion
): { text: string; caret: number } {
	const before = text.slice(0, from) + completion.text;
	return { text: before + text.slice(to), caret: before.length };
}

function words({ typed }: Place, valuesOf: ValuesOf): Completion[] {
	const written = typed.toLowerCase();
	const keys = KEYS.filter(({ key }) => key.startsWith(written)).map(
		({ key, words }): Completion => ({ text: `${key}:`, words })
	);
	if (typed.length < 2 || typed.startsWith('/')) return keys;
	const guessed = GUESSED.flatMap((key) =>
		matching(valuesOf(key), typed, true)
			.slice(0, MOST)
			.map((known) => completionOf(known, `${key}:`))
	);
	return [...keys, ...guessed];
}

/** Saved filters that have what is typed in their names. Beside others, one is a group. */
function named({ typed }: Place, saved: readonly NamedFilter[], isAlone: boolean): Completion[] {
	const written = typed.toLowerCase();
	return saved
		.filter(({ name }) => name.toLowerCase().includes(written))
		.slice(0, MOST)
		.map(({ name, text }) => ({ text: isAlone ? text : `(${text})`, words: `saved: ${name}` }));
}

function values(key: Exclude<Key, 'text'>, { typed }: Place, valuesOf: ValuesOf): Completion[] {
	return matching(valuesOf(key), typed, false)
		.slice(0, MOST)
		.map((known) => completionOf(known, '', key));
}

/** Those that begin so, then those that have it within. */
function matching(
	known: readonly KnownValue[],
	typed: string,
	beginningOnly: boolean
): readonly KnownValue[] {
	const written = typed.toLowerCase();
	const at = (one: KnownValue) => one.value.toLowerCase().indexOf(written);
	const begun = known.filter((one) => at(one) === 0);
	return beginningOnly ? begun : [...begun, ...known.filter((one) => at(one) > 0)];
}

function completionOf({ value, count, words }: KnownValue, before: string, key?: Key): Completion {
	const isPlain = key === 'header' || /^[^\s,"()/-][^\s,"()]*$/.test(value);
	const text = before + (isPlain ? value : quote(value));
	return words === undefined ? { text, count } : { text, count, words };
}
