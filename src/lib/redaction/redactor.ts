import type { Annotation } from '../trace/annotation.ts';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { type Replacement, Pseudonyms } from './pseudonyms/pseudonyms.ts';
import { replaceAnnotation, replaceEntry, replaceHeader } from './replace-entry.ts';
import type { Replacer } from './replacer.ts';

export type { Replacement } from './pseudonyms/pseudonyms.ts';
export type { PrivateKind } from './replacer.ts';

/**
 * Replaces what is private in a trace, as docs/redaction.md tells: within one redactor the same value by
 * the same pseudonym, wherever it stands.
 *
 * What is found by its place in one entry is found without it in all others, if the trace goes by twice:
 * `learn` everything first, then redact it. Without that, an entry can only know what came before it.
 */
export class Redactor {
	readonly #pseudonyms = new Pseudonyms();

	readonly #learner: Replacer = {
		value: (kind, text) => {
			this.#pseudonyms.note(kind, text);
			return text;
		},
		rest: (text) => text,
		words: (text) => text
	};

	readonly #replacer: Replacer = {
		value: (kind, text) => this.#pseudonyms.of(kind, text),
		rest: (text) => this.#pseudonyms.replaceIn(text),
		words: (text) => this.#pseudonyms.replaceInWords(text)
	};

	/** Notes the private values of an entry, and replaces nothing yet. */
	learn(entry: Entry): void {
		replaceEntry(entry, this.#learner);
	}

	learnHeader(header: TraceHeader): void {
		replaceHeader(header, this.#learner);
	}

	learnAnnotation(annotation: Annotation): void {
		replaceAnnotation(annotation, this.#learner);
	}

	entry(entry: Entry): Entry {
		return this.#redact(entry, replaceEntry);
	}

	header(header: TraceHeader): TraceHeader {
		return this.#redact(header, replaceHeader);
	}

	annotation(annotation: Annotation): Annotation {
		return this.#redact(annotation, replaceAnnotation);
	}

	/** What was replaced so far, each value once, as it was first written. */
	get replacements(): Iterable<Replacement> {
		return this.#pseudonyms.replacements();
	}

	/** What was learned, each value once, with what replaces it wherever it is still to come. */
	get originals(): Iterable<Replacement> {
		return this.#pseudonyms.all();
	}

	/** A value may stand in its place after it stood elsewhere in the same entry. */
	#redact<T>(subject: T, replace: (subject: T, replacer: Replacer) => T): T {
		const known = this.#pseudonyms.size;
		const redacted = replace(subject, this.#replacer);
		return this.#pseudonyms.size === known ? redacted : replace(subject, this.#replacer);
	}
}
