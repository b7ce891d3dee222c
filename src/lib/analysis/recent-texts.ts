/** Something that has read a message's text, and can read it again. */
export interface TextReader {
	forgetText(): void;
}

/**
 * Of so many readers, the latest, what they have read is kept. Most of what follows a message comes soon;
 * to keep all heads takes twice the room, and their texts many times that.
 */
const KEPT = 2_048;

/** Lets go of what was read of texts long ago. */
export class RecentTexts {
	readonly #readers: TextReader[] = [];
	#next = 0;

	/** One has read its text. */
	note(reader: TextReader): void {
		this.#readers[this.#next]?.forgetText();
		this.#readers[this.#next] = reader;
		this.#next = (this.#next + 1) % KEPT;
	}
}
