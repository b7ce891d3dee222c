/** By byte, the six bits for which it stands in base64 (RFC 4648 §4 and §5); 255 for others. */
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte).replace('-', '+').replace('_', '/');
	const place = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(
		character
	);
	return place < 0 ? 255 : place;
});

/** Where bytes are handed over that base64 stands for. */
export interface Decoded {
	push(byte: number): void;
	/** The run is over. */
	end(): void;
}

/** Reads every run of characters that may be base64, as a writer writes bytes: from its first character on. */
export class Base64Runs {
	readonly #decoded: Decoded;
	#bits = 0;
	#count = 0;
	#isRun = false;

	constructor(decoded: Decoded) {
		this.#decoded = decoded;
	}

	push(byte: number): void {
		const six = BITS[byte] ?? 255;
		if (six === 255) {
			if (this.#isRun) this.end();
			return;
		}
		this.#isRun = true;
		this.#bits = ((this.#bits << 6) | six) & 0xffff;
		this.#count += 6;
		if (this.#count < 8) return;
		this.#count -= 8;
		this.#decoded.push((this.#bits >> this.#count) & 0xff);
	}

	end(): void {
		this.#decoded.end();
		this.#bits = 0;
		this.#count = 0;
		this.#isRun = false;
	}
}
