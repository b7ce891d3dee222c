import type { Instant } from '../../trace/instant.ts';
import type { ReadEntry } from '../reading.ts';
import { parseEntry } from './entry-json.ts';

/** Reads entry after entry; one that is damaged becomes a loss where it was. */
export class EntryReader {
	#latest: Instant = 0;

	/** @param place for people: `line 12`. */
	read(text: string, place: string): ReadEntry {
		const entry = parseEntry(text);
		if (entry === undefined) return this.damaged(`${place} is no entry`);
		this.#latest = entry.at;
		return entry;
	}

	damaged(detail: string): ReadEntry {
		return { kind: 'loss', reason: 'damaged', detail, count: 1, at: this.#latest };
	}

	/** The file ends before its trace does. */
	cutOff(): ReadEntry {
		return { kind: 'loss', reason: 'cut off', detail: 'the file ends too early', at: this.#latest };
	}
}
