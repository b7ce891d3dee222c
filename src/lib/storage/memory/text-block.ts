import { type Lz4Packer, unpackLz4 } from './lz4.ts';

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Blocks that stay unpacked: what is read next lies near what was read last. */
const MOST_UNPACKED = 16;

/** The unpacked bytes of the blocks that were read last. */
export class UnpackedBlocks {
	readonly #bytes = new Map<TextBlock, Uint8Array>();

	of(block: TextBlock): Uint8Array {
		const bytes = this.#bytes.get(block) ?? block.unpack();
		// Again at the end of the map, whose first is the one to let go.
		this.#bytes.delete(block);
		this.#bytes.set(block, bytes);
		const [oldest] = this.#bytes.keys();
		if (oldest && this.#bytes.size > MOST_UNPACKED) this.#bytes.delete(oldest);
		return bytes;
	}
}

/** Consecutive texts, compressed together: what messages say resembles what was just said. */
export class TextBlock {
	readonly #packed: Uint8Array;
	/** Where each text begins in the unpacked bytes; and where the last one ends. */
	readonly #starts: Uint32Array;
	readonly #unpacked: UnpackedBlocks;

	/** Takes texts that are well formed: UTF-8 knows no lone surrogates. */
	constructor(texts: readonly string[], packer: Lz4Packer, unpacked: UnpackedBlocks) {
		const bytes = utf8.encode(texts.join(''));
		this.#starts = startsOf(texts, bytes.length);
		this.#packed = packer.pack(bytes);
		this.#unpacked = unpacked;
	}

	/** Bytes that it takes. */
	get size(): number {
		return this.#packed.byteLength + this.#starts.byteLength;
	}

	text(index: number): string {
		const bytes = this.#unpacked.of(this);
		return fromUtf8.decode(bytes.subarray(this.#starts[index], this.#starts[index + 1]));
	}

	unpack(): Uint8Array {
		return unpackLz4(this.#packed, this.#starts.at(-1) ?? 0);
	}
}

/** In UTF-8 of `byteCount` bytes. */
function startsOf(texts: readonly string[], byteCount: number): Uint32Array {
	const starts = new Uint32Array(texts.length + 1);
	const length = texts.reduce((sum, text) => sum + text.length, 0);
	const isAscii = length === byteCount;
	texts.forEach((text, index) => {
		const size = isAscii ? text.length : utf8.encode(text).length;
		starts[index + 1] = (starts[index] ?? 0) + size;
	});
	return starts;
}
