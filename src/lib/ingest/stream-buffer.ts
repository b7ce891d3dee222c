import { countBefore } from '../trace/count-before.ts';
import { parseStampedEntry } from '../formats/sipscope/entry-json.ts';

interface Line {
	readonly seq: number;
	readonly text: string;
}

/** What became of a line: `known` where it had come before. */
export type Accepted = { ok: true; known: boolean } | { ok: false; reason: string };

/**
 * The entries of one stream between the app that sends them and the page that stores them: each is kept until
 * the page has stored it. What comes again is known by its `seq`, and what is missing is never passed over.
 */
export class StreamBuffer {
	/** The `seq` of the entry that is due. */
	next: number;
	/** All before this `seq` is stored. */
	stored: number;
	/** Of the lines that are kept. */
	characters = 0;
	#lines: Line[] = [];
	/** The `seq` from which the page has to be sent. */
	#unsent: number;
	#unsentCharacters = 0;

	/** @param from all before is stored already */
	constructor(from: number) {
		this.next = from;
		this.stored = from;
		this.#unsent = from;
	}

	/** Of the lines that the page was sent and has not stored yet. */
	get charactersUnderWay(): number {
		return this.characters - this.#unsentCharacters;
	}

	accept(text: string): Accepted {
		const entry = parseStampedEntry(text);
		if (!entry)
			return { ok: false, reason: `what came where entry ${this.next} is due is no entry` };
		const { seq } = entry;
		if (seq < this.next) return { ok: true, known: true };
		const covered = entry.kind === 'loss' ? (entry.count ?? 1) : 1;
		if (seq - covered >= this.next)
			return { ok: false, reason: `entry ${seq} came where ${this.next} is due` };
		this.next = seq + 1;
		this.#lines.push({ seq, text });
		this.characters += text.length;
		this.#unsentCharacters += text.length;
		return { ok: true, known: false };
	}

	/** The next lines for the page, no more than so many characters unless one alone is longer. */
	take(mostCharacters: number): string | undefined {
		const taken: string[] = [];
		let characters = 0;
		for (let at = this.#placeOf(this.#unsent); at < this.#lines.length; at++) {
			const line = this.#lines[at];
			if (!line || (characters > 0 && characters + line.text.length > mostCharacters)) break;
			taken.push(line.text);
			characters += line.text.length;
			this.#unsent = line.seq + 1;
		}
		this.#unsentCharacters -= characters;
		return taken.length > 0 ? taken.join('\n') : undefined;
	}

	/** The page is gone, or another one: what it has not stored is sent again. */
	rewind(): void {
		this.#unsent = this.stored;
		this.#unsentCharacters = this.characters;
	}

	/** The page has stored all before this `seq`. */
	confirm(next: number): void {
		if (next <= this.stored || next > this.next) return;
		this.stored = next;
		for (const { seq, text } of this.#lines.splice(0, this.#placeOf(next))) {
			this.characters -= text.length;
			if (seq >= this.#unsent) this.#unsentCharacters -= text.length;
		}
		this.#unsent = Math.max(this.#unsent, next);
	}

	#placeOf(seq: number): number {
		return countBefore(this.#lines.length, (at) => (this.#lines[at]?.seq ?? Infinity) < seq);
	}
}
