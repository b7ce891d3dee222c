import type { Annotation } from '../../trace/annotation.ts';
import type { Instant } from '../../trace/instant.ts';
import type { LeftOutCount, ReadEntry, Reading } from '../reading.ts';
import { ANNOTATION, annotationIn } from './annotation-json.ts';
import { type Json, entryIn, parseJson } from './entry-json.ts';

/**
 * Reads entry after entry; one that is damaged becomes a loss where it was. What was noted on an entry comes
 * before it, and finds it by the `seq` that the file gives it, which need not be its place.
 */
export class EntryReader {
	#latest: Instant = 0;
	/** How many entries have been read. */
	#count = 0;
	/** By the `seq` of their entries, which have yet to come. */
	readonly #awaiting = new Map<unknown, Annotation>();
	#found: Annotation[] = [];
	#unreadable = 0;

	/**
	 * An entry, or in JSON Lines an annotation, which gives none.
	 *
	 * @param place for people: `line 12`.
	 */
	read(text: string, place: string): ReadEntry[] {
		const value = parseJson(text);
		if (value?.['kind'] === ANNOTATION) {
			this.#await(value);
			return [];
		}
		const entry = value && entryIn(value);
		if (entry === undefined) return [this.damaged(`${place} is no entry`)];
		this.#latest = entry.at;
		this.#find(value?.['seq'] ?? this.#count);
		this.#count++;
		return [entry];
	}

	readAnnotation(text: string): void {
		this.#await(parseJson(text));
	}

	/** What was noted on the entries that were read since one last asked. */
	takeAnnotations(): Pick<Reading, 'annotations'> {
		const annotations = this.#found;
		this.#found = [];
		return annotations.length === 0 ? {} : { annotations };
	}

	/** Annotations whose entries never came. */
	get leftOut(): LeftOutCount | undefined {
		const count = this.#awaiting.size + this.#unreadable;
		return count === 0 ? undefined : { what: 'notes on nothing', count };
	}

	damaged(detail: string): ReadEntry {
		this.#count++;
		return { kind: 'loss', reason: 'damaged', detail, count: 1, at: this.#latest };
	}

	/** The file ends before its trace does. */
	cutOff(): ReadEntry {
		return { kind: 'loss', reason: 'cut off', detail: 'the file ends too early', at: this.#latest };
	}

	#await(value: Json | undefined): void {
		const annotation = value && annotationIn(value);
		if (annotation) this.#awaiting.set(annotation.seq, annotation);
		else this.#unreadable++;
	}

	#find(seq: unknown): void {
		const annotation = this.#awaiting.get(seq);
		if (annotation === undefined) return;
		this.#awaiting.delete(seq);
		this.#found.push({ ...annotation, seq: this.#count });
	}
}
