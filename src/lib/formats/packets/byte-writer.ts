const SMALLEST = 1024;

/** Bytes that are written one value after another, in the order of a little-endian machine. */
export class ByteWriter {
	#bytes = new Uint8Array(SMALLEST);
	#view = new DataView(this.#bytes.buffer);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	uint16(value: number): void {
		this.#room(2);
		this.#view.setUint16(this.#length, value, true);
		this.#length += 2;
	}

	uint32(value: number): void {
		this.#room(4);
		this.#view.setUint32(this.#length, value, true);
		this.#length += 4;
	}

	/** Writes over what is there already. */
	setUint32(at: number, value: number): void {
		this.#view.setUint32(at, value, true);
	}

	/** Zeros follow, up to the next multiple of four. */
	padded(bytes: Uint8Array): void {
		const length = Math.ceil(bytes.length / 4) * 4;
		this.#room(length);
		this.#bytes.set(bytes, this.#length);
		this.#length += length;
	}

	/** All of them. */
	written(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	#room(length: number): void {
		const needed = this.#length + length;
		if (needed <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
		grown.set(this.#bytes);
		this.#bytes = grown;
		this.#view = new DataView(grown.buffer);
	}
}
