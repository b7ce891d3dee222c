/** The part of a file that is being read: what was not used yet, and what comes after it. */
export class ByteWindow {
	bytes: Uint8Array = new Uint8Array();
	view: DataView = new DataView(this.bytes.buffer);
	/** What comes before has been used. */
	at = 0;
	/** Where `bytes` begins in the file. */
	#offset = 0;

	/** How many bytes there are from `at` on. */
	get left(): number {
		return this.bytes.length - this.at;
	}

	/** Where in the file `at` is. */
	get place(): number {
		return this.#offset + this.at;
	}

	push(chunk: Uint8Array): void {
		const { left } = this;
		this.#offset += this.at;
		// Of Node's buffers, a `slice` would not be a copy.
		let joined = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
		if (left > 0) {
			joined = new Uint8Array(left + chunk.length);
			joined.set(this.bytes.subarray(this.at));
			joined.set(chunk, left);
		}
		this.bytes = joined;
		this.view = new DataView(joined.buffer, joined.byteOffset, joined.length);
		this.at = 0;
	}
}
