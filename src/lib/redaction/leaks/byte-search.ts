import type { Replacement } from '../pseudonyms/pseudonyms.ts';
import { type KnownOriginals, loweredByte } from './known-originals.ts';

export interface Found {
	readonly replacement: Replacement;
	/** Of its first byte, from the first that was ever searched. */
	readonly offset: number;
}

/** Looks for originals in bytes that come bit by bit; an original counts where it begins and ends as a word does. */
export class ByteSearch {
	readonly #originals: KnownOriginals;
	readonly #found: (found: Found) => void;
	/** The last bytes, in a ring. */
	readonly #ring: Uint8Array;
	#state = 0;
	#count = 0;
	/** What ends at the last byte, and counts if the next one does not go on with it. */
	#ending: Found[] = [];

	constructor(originals: KnownOriginals, found: (found: Found) => void) {
		this.#originals = originals;
		this.#found = found;
		this.#ring = new Uint8Array(2 ** Math.ceil(Math.log2(originals.longest + LONGEST_ESCAPE + 2)));
	}

	search(bytes: Uint8Array): void {
		const { automaton } = this.#originals;
		const mask = this.#ring.length - 1;
		for (let at = 0; at < bytes.length; at++) {
			const byte = loweredByte(bytes[at] ?? 0);
			if (this.#ending.length > 0) this.#settle(classOf(byte));
			this.#ring[this.#count++ & mask] = byte;
			this.#state = automaton.next(this.#state, byte);
			if (automaton.endsWord(this.#state)) this.#ending = this.#endingHere();
		}
	}

	/** Nothing follows the bytes so far; what comes next is searched anew. */
	end(): void {
		this.#settle(OTHER);
		this.#state = 0;
	}

	#settle(next: number): void {
		const last = classOf(this.#byteAt(this.#count - 1));
		if (last === OTHER || last !== next) this.#ending.forEach(this.#found);
		this.#ending = [];
	}

	/** Each original once, as the longest of the ways in which it may be written. */
	#endingHere(): Found[] {
		const found = new Map<Replacement, Found>();
		for (const { bytes, replacement } of this.#originals.endingAt(this.#state)) {
			const offset = this.#count - bytes.length;
			if (found.has(replacement) || !this.#isAt(offset, bytes) || !this.#beginsAt(offset)) continue;
			found.set(replacement, { replacement, offset });
		}
		return [...found.values()];
	}

	#isAt(offset: number, bytes: Uint8Array): boolean {
		if (offset < 0) return false;
		for (let at = bytes.length - 1; at >= 0; at--) {
			if (bytes[at] !== this.#byteAt(offset + at)) return false;
		}
		return true;
	}

	/** Whether a word may begin there: what stands before is of another class, or an escape that ends. */
	#beginsAt(offset: number): boolean {
		if (offset === 0) return true;
		const before = classOf(this.#byteAt(offset - 1));
		return (
			before === OTHER || before !== classOf(this.#byteAt(offset)) || this.#escapeEndsAt(offset)
		);
	}

	/** `\n` of JSON, `\u000a`, `%0A`. */
	#escapeEndsAt(offset: number): boolean {
		const before = (distance: number): string =>
			String.fromCharCode(this.#byteAt(offset - distance));
		return before(2) === '\\' || before(3) === '%' || (before(6) === '\\' && before(5) === 'u');
	}

	#byteAt(offset: number): number {
		return offset < 0 ? 0 : (this.#ring[offset & (this.#ring.length - 1)] ?? 0);
	}
}

const LONGEST_ESCAPE = 6;

const OTHER = 0;

/** 1 for digits, 2 for letters, also those of more than one byte. */
function classOf(byte: number): number {
	if (byte >= 0x30 && byte <= 0x39) return 1;
	return byte >= 0x80 || (byte >= 0x61 && byte <= 0x7a) ? 2 : OTHER;
}
