import type { Instant } from '../../trace/instant.ts';
import type { LeftOut, LeftOutCount, ReadEntry, Reading } from '../reading.ts';

/** What reading a capture has come to since it was last asked for. */
export class Gathered {
	/** When the packet at hand was captured, and whether that is known. */
	at: Instant = 0;
	approximate = false;
	#entries: ReadEntry[] = [];
	readonly #leftOut = new Map<LeftOut, number>();

	add(entry: ReadEntry): void {
		this.#entries.push(entry);
	}

	loss(reason: 'damaged' | 'cut off', detail: string, count?: number): void {
		this.add({ kind: 'loss', reason, ...(count !== undefined && { count }), detail, at: this.at });
	}

	leaveOut(what: LeftOut, count = 1): void {
		this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count);
	}

	fetch(): Reading {
		const entries = this.#entries;
		this.#entries = [];
		return { entries };
	}

	get leftOut(): LeftOutCount[] {
		return Array.from(this.#leftOut, ([what, count]) => ({ what, count }));
	}
}
