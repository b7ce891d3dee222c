/** By byte, the six bits for which it stands in base64 (RFC 4648 §4 and §5); 255 for others. */
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte).replace('-', '+').replace('_', '/');
	const place = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(
		character
	);
	return place < 0 ? 255 : place;
});

/** Fewer characters cannot hold what is looked for. */
const SHORTEST_RUN = 8;

/** Reads every run of characters that may be base64, as a writer writes bytes: from its first character on. */
export class Base64Runs {
	readonly #decoded: (bytes: Uint8Array) => void;
	/** What of the last chunk may go on in the next. */
	#begun: number[] = [];

	/** @param decoded takes what a run stands for */
	constructor(decoded: (bytes: Uint8Array) => void) {
		this.#decoded = decoded;
	}

	read(bytes: Uint8Array): void {
		let start = 0;
		for (let at = 0; at < bytes.length; at++) {
			if (BITS[bytes[at] ?? 0] !== 255) continue;
			this.#finish(bytes.subarray(start, at));
			start = at + 1;
		}
		for (let at = start; at < bytes.length; at++) this.#begun.push(bytes[at] ?? 0);
	}

	end(): void {
		this.#finish(new Uint8Array());
	}

	#finish(rest: Uint8Array): void {
		if (this.#begun.length + rest.length >= SHORTEST_RUN) {
			this.#decoded(decode(this.#begun.length === 0 ? rest : [...this.#begun, ...rest]));
		}
		if (this.#begun.length > 0) this.#begun = [];
	}
}

function decode(run: ArrayLike<number>): Uint8Array {
	const decoded = new Uint8Array((run.length * 6) >> 3);
	let [bits, count, length] = [0, 0, 0];
	for (let at = 0; at < run.length; at++) {
		bits = ((bits << 6) | (BITS[run[at] ?? 0] ?? 0)) & 0xffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		decoded[length++] = bits >> count;
	}
	return decoded;
}
