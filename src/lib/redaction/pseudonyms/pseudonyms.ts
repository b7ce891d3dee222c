import type { PrivateKind } from '../replacer.ts';
import { KnownWords } from './known-words.ts';
import { isReserved } from './reserved.ts';
import { type Series, seriesFor } from './series.ts';
import { type ValueForm, valueForm, writtenAs } from './value-form.ts';

/** What was replaced by what, each as it was first written. */
export interface Replacement {
	readonly kind: PrivateKind;
	readonly original: string;
	readonly pseudonym: string;
}

interface Known {
	readonly form: ValueForm;
	/** As first written. */
	readonly text: string;
	/** The key of its pseudonym, once it was asked for. */
	pseudonym: string | undefined;
}

/** So many pseudonyms of a series are tried: a known value may be in what all of them begin with. */
const MOST_TRIES = 200;

/** What stands in for a value whose own format does not do. */
const PLAIN: Series = { id: 'plain', at: (place) => `value${place + 1}` };

/** Gives each value a pseudonym of its own: the same for the same, and no two alike. */
export class Pseudonyms {
	readonly #known = new Map<string, Known>();
	/** Keys of pseudonyms. */
	readonly #given = new Set<string>();
	/** How many places of a series were looked at. */
	readonly #places = new Map<string, number>();
	readonly #words = new KnownWords();

	/** How many values are known. */
	get size(): number {
		return this.#known.size;
	}

	/** Learns of a value, so that it is found elsewhere, and that no pseudonym is like it. */
	note(kind: PrivateKind, text: string): void {
		this.#note(valueForm(kind, text), text);
	}

	/** The pseudonym of a value, written as the value is. */
	of(kind: PrivateKind, text: string): string {
		const form = valueForm(kind, text);
		return this.#write(this.#note(form, text), text);
	}

	/** A text with all values replaced that are known and long enough to tell. */
	replaceIn(text: string): string {
		return this.#words.replaceIn(text, (form, written) => this.#writeKnown(form, written));
	}

	/** The same, with short names too. */
	replaceInWords(text: string): string {
		return this.#words.replaceInWords(text, (form, written) => this.#writeKnown(form, written));
	}

	/** Of the values that were asked for, those that did not stay, in the order in which they were learned. */
	*replacements(): Generator<Replacement> {
		for (const { form, text, pseudonym } of this.#known.values()) {
			if (pseudonym === undefined || pseudonym === form.key) continue;
			yield { kind: form.kind, original: text, pseudonym: writtenAs(form, text, pseudonym) };
		}
	}

	/** Of all values that are known, asked for or not. */
	*all(): Generator<Replacement> {
		for (const known of this.#known.values()) this.#write(known, known.text);
		yield* this.replacements();
	}

	#note(form: ValueForm, text: string): Known {
		const known = this.#known.get(form.key);
		if (known !== undefined) return known;
		// A copy: a part of a message's text would keep all of it.
		const own = ` ${text}`.slice(1);
		const fresh: Known = { form, text: own, pseudonym: undefined };
		this.#known.set(form.key, fresh);
		if (!isReserved(form)) this.#words.add(form, own);
		return fresh;
	}

	#writeKnown(form: ValueForm, written: string): string {
		const known = this.#known.get(form.key);
		return known === undefined ? written : this.#write(known, written);
	}

	#write(known: Known, text: string): string {
		known.pseudonym ??= this.#pseudonymFor(known.form);
		if (known.pseudonym === known.form.key) return this.replaceIn(text);
		return writtenAs(known.form, text, known.pseudonym);
	}

	/** What is nobody's stays, unless a pseudonym was like it before it was seen. */
	#pseudonymFor(form: ValueForm): string {
		if (isReserved(form) && !this.#given.has(form.key)) return form.key;
		return (
			this.#next(form, seriesFor(form), MOST_TRIES) ??
			this.#next(form, PLAIN, MOST_TRIES) ??
			this.#next(form, PLAIN, Infinity) ??
			form.key
		);
	}

	/** The next of a series that is like nothing known, and holds nothing known if that can be had. */
	#next(form: ValueForm, { id, at }: Series, tries: number): string | undefined {
		for (let place = this.#places.get(id) ?? 0; tries > 0; place++) {
			const key = at(place);
			if (this.#given.has(key) || this.#known.has(key)) continue;
			if (tries < Infinity && this.#words.isIn(writtenAs(form, key, key))) {
				tries--;
				continue;
			}
			this.#places.set(id, place + 1);
			this.#given.add(key);
			return key;
		}
		return undefined;
	}
}
