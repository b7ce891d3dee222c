import { SvelteMap } from 'svelte/reactivity';
import { toFailure } from '../storage/failure.ts';
import { leaveUnsaved, removeUnsaved } from '../storage/unsaved-annotations.ts';
import { isBlankAnnotation, type Annotation } from '../trace/annotation.ts';
import { storage } from './storage.svelte.ts';

/**
 * A trace's bookmarks and notes. Each change is written at once; what is not known to be stored when the
 * page goes is left for the next opening.
 */
export class Annotations {
	/** Why the latest ones are in memory only, in words. */
	failure = $state<string>();
	readonly #traceId: string;
	readonly #bySeq = new SvelteMap<number, Annotation>();
	/** By seq, what this page has changed: what is read from storage later is older. */
	#changed: readonly number[] = [];
	/** One a seq. */
	#unsaved: readonly Annotation[] = [];
	#saving: Promise<void> | undefined;

	constructor(traceId: string) {
		this.#traceId = traceId;
	}

	/** In order of seq; blank ones are none. Subscribes. */
	readonly list: readonly Annotation[] = $derived(
		[...this.#bySeq.values()].sort((a, b) => a.seq - b.seq)
	);

	/** What was added to an entry. Subscribes. */
	at(seq: number): Annotation | undefined {
		return this.#bySeq.get(seq);
	}

	/** Reads those that are stored; what was changed meanwhile stays. Never rejects. */
	async load(): Promise<void> {
		try {
			const stored = await (await storage.annotations()).list(this.#traceId);
			for (const annotation of stored)
				if (!this.#changed.includes(annotation.seq)) this.#bySeq.set(annotation.seq, annotation);
		} catch (thrown) {
			this.failure = toFailure(thrown).message;
		}
	}

	toggleBookmark(seq: number): void {
		const known = this.#at(seq);
		this.#change({ ...known, bookmarked: !known.bookmarked });
	}

	/** @param note as it was typed; `''` removes it */
	write(seq: number, note: string): void {
		this.#change({ ...this.#at(seq), note });
	}

	/** With what a later version may have added to it. */
	#at(seq: number): Annotation {
		return this.#bySeq.get(seq) ?? { seq, bookmarked: false, note: '' };
	}

	/** Resolves when all is stored, or storage has refused. */
	async saved(): Promise<void> {
		await this.#saving;
	}

	#change(annotation: Annotation): void {
		const { seq } = annotation;
		if (isBlankAnnotation(annotation)) this.#bySeq.delete(seq);
		else this.#bySeq.set(seq, annotation);
		if (!this.#changed.includes(seq)) this.#changed = [...this.#changed, seq];
		if (this.#unsaved.length === 0) addEventListener('pagehide', this.#onpagehide);
		this.#unsaved = [...this.#unsaved.filter((other) => other.seq !== seq), annotation];
		this.#saving ??= this.#save();
	}

	/** Until nothing is unsaved, or storage refuses; the next change tries again. */
	async #save(): Promise<void> {
		while (this.#unsaved.length > 0) {
			const batch = this.#unsaved;
			this.failure = await this.#tryToSave(batch);
			if (this.failure !== undefined) break;
			this.#unsaved = this.#unsaved.filter((annotation) => !batch.includes(annotation));
		}
		this.#saving = undefined;
		if (this.#unsaved.length > 0) return;
		removeEventListener('pagehide', this.#onpagehide);
		removeUnsaved(this.#traceId);
	}

	/** Why they could not be stored, in words. */
	async #tryToSave(batch: readonly Annotation[]): Promise<string | undefined> {
		try {
			const outcome = await (await storage.annotations()).save(this.#traceId, batch);
			return outcome === 'saved' ? undefined : 'The trace itself is not stored.';
		} catch (thrown) {
			return toFailure(thrown).message;
		}
	}

	#onpagehide = () => leaveUnsaved(this.#traceId, this.#unsaved);
}
