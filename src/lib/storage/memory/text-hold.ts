import type { Entry } from '../../trace/entry.ts';
import { HeldMessage } from './held-message.ts';
import { Lz4Packer } from './lz4.ts';
import { TextBlock, UnpackedBlocks } from './text-block.ts';

/** Characters that are compressed together: what LZ4 sees at once. */
const BLOCK_LENGTH = 64 * 1024;

/**
 * Holds the entries of a trace in a fraction of their room. Their texts are compressed, a few dozen
 * messages at a time, and unpacked when they are asked for: whoever reads an entry does not notice.
 */
export class TextHold {
	readonly #packer = new Lz4Packer();
	readonly #unpacked = new UnpackedBlocks();
	/** One copy of each id: an entry that comes from storage has its own. */
	readonly #ids = new Map<string, string>();
	#waiting: HeldMessage[] = [];
	#waitingLength = 0;
	#size = 0;

	/** Bytes that compressed texts take. */
	get size(): number {
		return this.#size;
	}

	/**
	 * The entry to keep in the place of one that came. Bytes, and text that UTF-8 cannot tell of, are rare
	 * enough to stay as they are.
	 */
	hold(entry: Entry): Entry {
		if (entry.kind !== 'message' || !entry.text?.isWellFormed()) return entry;
		const held = new HeldMessage(entry, (id) => this.#shared(id));
		this.#waiting.push(held);
		this.#waitingLength += entry.text.length;
		if (this.#waitingLength >= BLOCK_LENGTH) this.#pack();
		return held;
	}

	#pack(): void {
		const messages = this.#waiting;
		const texts = messages.map(({ text }) => text);
		const block = new TextBlock(texts, this.#packer, this.#unpacked);
		messages.forEach((message, index) => message.pack(block, index));
		this.#size += block.size;
		this.#waiting = [];
		this.#waitingLength = 0;
	}

	#shared(id: string | undefined): string | undefined {
		if (id === undefined) return undefined;
		const known = this.#ids.get(id);
		if (known === undefined) this.#ids.set(id, id);
		return known ?? id;
	}
}
