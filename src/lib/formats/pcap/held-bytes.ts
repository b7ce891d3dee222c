import type { StreamMemory } from './stream-memory.ts';

/** The beginning of something, until the rest of it comes. */
export class HeldBytes {
	readonly #memory: StreamMemory;
	#bytes = new Uint8Array();
	#length = 0;

	constructor(memory: StreamMemory) {
		this.#memory = memory;
	}

	get length(): number {
		return this.#length;
	}

	/** What is held, until the next change. */
	get bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	append(bytes: Uint8Array, start: number, end: number): void {
		const length = this.#length + end - start;
		if (length > this.#bytes.length) this.#grow(length);
		this.#bytes.set(bytes.subarray(start, end), this.#length);
		this.#length = length;
	}

	clear(): void {
		this.#memory.change(-this.#bytes.length);
		this.#bytes = new Uint8Array();
		this.#length = 0;
	}

	#grow(length: number): void {
		const grown = new Uint8Array(Math.max(length, this.#bytes.length * 2));
		grown.set(this.bytes);
		this.#memory.change(grown.length - this.#bytes.length);
		this.#bytes = grown;
	}
}
