import type { Direction, MessageEntry, Path } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import type { TextBlock } from './text-block.ts';

/** All that an entry has, so that none of it is forgotten here; only an entry without text has bytes. */
type Fields = Readonly<Record<Exclude<keyof MessageEntry, 'bytes'>, unknown>>;

/** A message entry whose text may be packed away. */
export class HeldMessage implements Fields {
	readonly seq: number;
	readonly at: Instant;
	readonly direction: Direction;
	readonly phone: string | undefined;
	readonly instance: string | undefined;
	readonly connection: string | undefined;
	readonly undelivered: true | undefined;
	readonly approximate: true | undefined;
	readonly path: Path | undefined;
	#text: string | TextBlock;
	/** Which of the block's texts it is. */
	#index = 0;

	/** @param shared one copy of an id that many entries have */
	constructor(
		entry: MessageEntry & { text: string },
		shared: (id: string | undefined) => string | undefined
	) {
		this.seq = entry.seq;
		this.at = entry.at;
		this.direction = entry.direction;
		this.phone = shared(entry.phone);
		this.instance = shared(entry.instance);
		this.connection = shared(entry.connection);
		this.undelivered = entry.undelivered;
		this.approximate = entry.approximate;
		this.path = entry.path;
		this.#text = entry.text;
	}

	get kind(): 'message' {
		return 'message';
	}

	get text(): string {
		return typeof this.#text === 'string' ? this.#text : this.#text.text(this.#index);
	}

	/** As the entry that came: a getter is in no JSON by itself. */
	toJSON(): MessageEntry {
		const { kind, text } = this;
		return { ...this, kind, text };
	}

	/** The text is one of a block's from now on. */
	pack(block: TextBlock, index: number): void {
		this.#text = block;
		this.#index = index;
	}
}
