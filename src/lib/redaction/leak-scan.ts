import { encodeUtf8 } from '../sip/grammar/utf-8.ts';
import type { Entry } from '../trace/entry.ts';
import { Base64Runs } from './leaks/base64-runs.ts';
import { ByteSearch, type Found } from './leaks/byte-search.ts';
import { KnownOriginals } from './leaks/known-originals.ts';
import type { Replacement } from './pseudonyms/pseudonyms.ts';
import { valueForm } from './pseudonyms/value-form.ts';
import { replaceEntry } from './replace-entry.ts';

/** An original that is in what was written. */
export interface Leak {
	readonly kind: Replacement['kind'];
	readonly original: string;
	/** In bytes from the first that was fed; within the decoded bytes where they were base64. */
	readonly offset: number;
	readonly isBase64: boolean;
}

/** One is enough to refuse; so many are enough to see why. */
const MOST_LEAKS = 100;

/**
 * Looks through what was written for originals, in whatever chunks it comes: as they are, escaped as JSON,
 * XML, CSV, Markdown or URLs do, and in base64. Letter case makes no difference. What is shorter than six
 * characters, or a word of SIP itself, says nothing in so many bytes: `leaksIn` looks for it field by field.
 */
export class LeakScan {
	readonly #replacements: readonly Replacement[];
	readonly #leaks: Leak[] = [];
	readonly #text: ByteSearch;
	readonly #base64: Base64Runs;
	#originals: ReadonlyMap<string, Replacement> | undefined;

	constructor(replacements: Iterable<Replacement>) {
		this.#replacements = [...replacements];
		const originals = new KnownOriginals(this.#replacements);
		this.#text = new ByteSearch(originals, (found) => this.#add(found, false));
		const decoded = new ByteSearch(originals, (found) => this.#add(found, true));
		this.#base64 = new Base64Runs((bytes) => {
			decoded.search(bytes);
			decoded.end();
		});
	}

	feed(chunk: Uint8Array | string): void {
		const bytes = typeof chunk === 'string' ? encodeUtf8(chunk) : chunk;
		this.#text.search(bytes);
		this.#base64.read(bytes);
	}

	/** What was found so far; asked for at the end, since the end of what was written ends a word as well. */
	get leaks(): readonly Leak[] {
		this.#text.end();
		this.#base64.end();
		return this.#leaks;
	}

	/** The originals that stand in fields of a redacted entry, however short they are. */
	leaksIn(entry: Entry): Leak[] {
		const originals = (this.#originals ??= originalsByKey(this.#replacements));
		const leaks: Leak[] = [];
		replaceEntry(entry, {
			value: (kind, text) => {
				const leaked = originals.get(valueForm(kind, text).key);
				if (leaked) leaks.push({ ...leaked, offset: -1, isBase64: false });
				return text;
			},
			rest: (text) => text,
			words: (text) => text
		});
		return leaks;
	}

	#add({ replacement: { kind, original }, offset }: Found, isBase64: boolean): void {
		if (this.#leaks.length < MOST_LEAKS) this.#leaks.push({ kind, original, offset, isBase64 });
	}
}

function originalsByKey(replacements: readonly Replacement[]): Map<string, Replacement> {
	const originals = new Map(
		replacements.map((replacement) => [
			valueForm(replacement.kind, replacement.original).key,
			replacement
		])
	);
	for (const { kind, pseudonym } of replacements) originals.delete(valueForm(kind, pseudonym).key);
	return originals;
}
