import type { Entry, LossEntry } from '../trace/entry.ts';
import { printEntry } from '../formats/sipscope/entry-json.ts';
import { LONGEST_LINE, USUAL_CHUNK } from './protocol.ts';

interface Item {
	readonly seq: number;
	readonly at: number;
	readonly line: string;
}

/**
 * The entries of a stream that Sipscope has not stored yet, as lines, in order. Where they become too
 * many the oldest are forgotten, and one loss entry stands in the place of the last of them.
 */
export class Outbox {
	readonly #mostCharacters: number;
	#items: Item[] = [];
	/** Items before this place are done with. */
	#first = 0;
	#characters = 0;
	/** The `seq` of the next entry to be sent. */
	#due = 0;
	/** One more than the last `seq` that it was given. */
	#end = 0;
	#from = 0;
	/** The last of those that were forgotten, as long as Sipscope might be told of them. */
	#forgotten: Item | undefined;
	/** How many have been forgotten in all. */
	dropped = 0;

	constructor(mostCharacters: number) {
		this.#mostCharacters = mostCharacters;
	}

	/** All before this `seq` is stored. */
	get from(): number {
		return this.#from;
	}

	/** Whether all that it was given is stored. */
	get isEmpty(): boolean {
		return this.#from === this.#end;
	}

	push(batch: readonly Entry[]): void {
		for (const entry of batch) {
			const line = lineOf(entry);
			this.#items.push({ seq: entry.seq, at: entry.at, line });
			this.#characters += line.length;
			this.#end = entry.seq + 1;
		}
		while (this.#characters > this.#mostCharacters) this.#drop();
	}

	/** Sipscope wants what is from this `seq` on. */
	rewind(next: number): void {
		this.#due = next;
	}

	/** All before this `seq` is stored. */
	stored(next: number): void {
		this.#from = Math.max(this.#from, Math.min(next, this.#end));
		this.#due = Math.max(this.#due, this.#from);
		if (this.#forgotten && this.#forgotten.seq < this.#from) this.#forgotten = undefined;
		for (let item = this.#items[this.#first]; item && item.seq < this.#from;) {
			this.#shift(item);
			item = this.#items[this.#first];
		}
	}

	/** The next lines to be sent, a chunk of them; `undefined` where there are none. */
	take(): string | undefined {
		const lines: string[] = [];
		const loss = this.#forgotten && this.#lossOf(this.#forgotten);
		if (loss) lines.push(printEntry(loss));
		if (loss) this.#due = loss.seq + 1;
		let characters = 0;
		for (let at = this.#placeOf(this.#due); at < this.#items.length; at++) {
			const item = this.#items[at];
			if (!item || (characters > 0 && characters + item.line.length > USUAL_CHUNK)) break;
			lines.push(item.line);
			characters += item.line.length;
			this.#due = item.seq + 1;
		}
		return lines.length > 0 ? lines.join('\n') : undefined;
	}

	/** What was forgotten and not sent before. */
	#lossOf({ seq, at }: Item): LossEntry | undefined {
		if (seq < this.#due) return undefined;
		const count = seq - this.#due + 1;
		return { kind: 'loss', reason: 'stream', seq, at, count, detail: 'kept for Sipscope too long' };
	}

	#drop(): void {
		const oldest = this.#items[this.#first];
		if (!oldest) return;
		this.#shift(oldest);
		this.#forgotten = { ...oldest, line: '' };
		this.dropped++;
	}

	#shift(oldest: Item): void {
		this.#characters -= oldest.line.length;
		this.#first++;
		if (this.#first < 1_000 || 2 * this.#first < this.#items.length) return;
		this.#items = this.#items.slice(this.#first);
		this.#first = 0;
	}

	/** Items have consecutive `seq`. */
	#placeOf(seq: number): number {
		const oldest = this.#items[this.#first];
		return oldest ? this.#first + Math.max(0, seq - oldest.seq) : this.#items.length;
	}
}

/** What is longer than any message could be is not sent; a loss stands for it. */
function lineOf(entry: Entry): string {
	const line = printEntry(entry);
	if (line.length <= LONGEST_LINE) return line;
	const detail = `an entry of ${line.length} characters`;
	const { seq, at } = entry;
	return printEntry({ kind: 'loss', reason: 'stream', count: 1, detail, seq, at });
}
