import { Inflate } from 'fflate';
import { joined } from '../bytes/joined.ts';

/** What was agreed on: whether each message of an end is compressed by itself (RFC 7692 §7.1.1). */
export interface Deflate {
	readonly clientForgets: boolean;
	readonly serverForgets: boolean;
}

/** What the sender of a compressed message leaves out at its end (RFC 7692 §7.2.1). */
const TAIL = new Uint8Array([0, 0, 0xff, 0xff]);

/** Messages that grow beyond that were made to. */
const LONGEST = 16 * 1024 * 1024;
/** So much is unpacked at once, so that growth is noticed. */
const STEP = 16 * 1024;

/** Unpacks the messages that one end of a WebSocket compressed, in their order (RFC 7692 §7.2.2). */
export class Inflater {
	readonly #forgets: boolean;
	#inflate = new Inflate();
	/** Whether what messages refer to is missing. */
	#broken = false;

	constructor(forgets: boolean) {
		this.#forgets = forgets;
	}

	/** The message; `undefined` where it is damaged, or refers to one that was not seen. */
	inflate(packed: Uint8Array): Uint8Array | undefined {
		if (this.#forgets) this.#begin();
		if (this.#broken) return undefined;
		try {
			return this.#unpack(packed);
		} catch {
			this.miss();
			return undefined;
		}
	}

	/** A message was not seen. */
	miss(): void {
		this.#broken = true;
	}

	#begin(): void {
		this.#inflate = new Inflate();
		this.#broken = false;
	}

	#unpack(packed: Uint8Array): Uint8Array {
		const parts: Uint8Array[] = [];
		let length = 0;
		this.#inflate.ondata = (part) => {
			parts.push(part);
			length += part.length;
			if (length > LONGEST) throw new RangeError('A message is longer than any could be.');
		};
		for (let at = 0; at < packed.length; at += STEP) {
			this.#inflate.push(packed.subarray(at, at + STEP));
		}
		this.#inflate.push(TAIL);
		return joined(parts);
	}
}
