/** The text of a frame; undefined where it is no longer wanted when its turn comes. */
export type Compose = () => string | undefined | Promise<string | undefined>;

export interface OutboxOptions {
	/** Milliseconds before the next frame. */
	pace(): number;
	schedule(delay: number, task: () => void): () => void;
	send(text: string): void;
	/** A frame could not be composed: our bug, which must not stop the frames behind it. */
	fault(error: unknown): void;
}

/** With more frames than this behind it, one leaves at once: who asks fast is answered fast. */
const UNHURRIED = 16;

/**
 * The frames to one connection, one after another, each a pause after the one before: a phone
 * sees them in the order in which they were decided, also where one waits for media.
 */
export class Outbox {
	#options: OutboxOptions;
	#tail: Promise<void> = Promise.resolve();
	#waiting = 0;
	#closed = false;

	constructor(options: OutboxOptions) {
		this.#options = options;
	}

	/** Settles when the frame has left, or was dropped. */
	push(compose: Compose): Promise<void> {
		this.#waiting++;
		this.#tail = this.#tail.then(() => this.#next(compose)).catch(this.#options.fault);
		return this.#tail;
	}

	close(): void {
		this.#closed = true;
	}

	async #next(compose: Compose): Promise<void> {
		this.#waiting--;
		if (this.#closed) return;
		const pause = this.#waiting > UNHURRIED ? 0 : this.#options.pace();
		await new Promise<void>((resolve) => this.#options.schedule(pause, resolve));
		const text = await compose();
		if (text !== undefined && !this.#closed) this.#options.send(text);
	}
}
