/** The part of a file that is being read: what was not used yet, and what comes after it. */
export class ByteWindow {
	bytes: Uint8Array = new Uint8Array();
	view: DataView = new DataView(this.bytes.buffer);
	/** What comes before has been used. */
	at = 0;
	/** How many bytes from `at` on are waited for, where that is known. */
	wanted = 0;
	/** What comes behind `bytes`, and was not joined with them. */
	#rest: Uint8Array | undefined;
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
		// Of Node's buffers, a `slice` would not be a copy.
		const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
		const { left } = this;
		if (left === 0) return this.#set(bytes);
		const lacking = this.wanted - left;
		// Copying a few bytes and going on in the chunk itself is quicker than copying it all.
		const split = lacking > 0 && lacking < bytes.length ? lacking : bytes.length;
		const joined = new Uint8Array(left + split);
		joined.set(this.bytes.subarray(this.at));
		joined.set(bytes.subarray(0, split), left);
		this.#set(joined);
		if (split < bytes.length) this.#rest = bytes.subarray(split);
	}

	/** Goes on to what was pushed and is not in `bytes` yet; `false` where there is nothing. */
	more(): boolean {
		const rest = this.#rest;
		if (rest === undefined) return false;
		this.#rest = undefined;
		this.push(rest);
		return true;
	}

	#set(bytes: Uint8Array): void {
		this.#offset += this.at;
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		this.at = 0;
		this.wanted = 0;
	}
}
