import type { Entry } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import { Backoff } from './backoff.ts';
import { Outbox } from './outbox.ts';
import { FINAL_CODES, parseAnswer } from './protocol.ts';

export interface SenderOptions {
	/** Opens a connection to Sipscope. */
	open: () => WebSocket;
	/** The first line of a connection; all before `from` is known to be stored. */
	hello: (from: number) => string;
	/** What is kept until it is stored. */
	mostCharacters: number;
	/** Told why it gave up for good, in words. */
	onrefused: (reason: string) => void;
}

/** Bytes that wait in the socket: beyond, Sipscope does not read fast enough, and we keep the rest. */
const MOST_BUFFERED = 1024 * 1024;
const LOOK_AGAIN = 50;
/** How long an end waits until all is stored, in milliseconds. */
const FAREWELL = 2_000;
const OPEN = 1;
const isNode = typeof process === 'object' && typeof document === 'undefined';

/** Brings entries to Sipscope: keeps them until they are stored there, and connects again and again. */
export class Sender implements TraceSink {
	readonly #options: SenderOptions;
	readonly #outbox: Outbox;
	readonly #backoff = new Backoff();
	#socket: WebSocket | undefined;
	/** Sipscope has answered the header. */
	#ready = false;
	#held = false;
	#refused = false;
	/** Until it connects again. */
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Until it looks whether a full socket has room. */
	#look: ReturnType<typeof setTimeout> | undefined;
	/** Nobody records any more. */
	#ending = false;

	constructor(options: SenderOptions) {
		this.#options = options;
		this.#outbox = new Outbox(options.mostCharacters);
	}

	append(batch: readonly Entry[]): void {
		if (this.#refused) return;
		this.#outbox.push(batch);
		this.#pump();
	}

	/** Connects, if it is not connected yet. */
	begin(): void {
		this.#ending = false;
		this.#connectUnlessOpen();
	}

	/** Nobody records any more: an open connection would keep Node running. Pages have theirs closed for them. */
	end(): void {
		this.#ending = isNode;
		this.#considerLeaving();
	}

	#connectUnlessOpen(): void {
		if (!this.#socket && !this.#timer && !this.#refused) this.#connect();
	}

	/** Goes once all is stored, or it has taken too long. */
	#considerLeaving(): void {
		const socket = this.#socket;
		if (!this.#ending || !socket) return;
		if (this.#outbox.isEmpty) return this.#leave();
		letGo(setTimeout(() => this.#ending && this.#socket === socket && this.#leave(), FAREWELL));
	}

	#connect(): void {
		this.#timer = undefined;
		let socket: WebSocket;
		try {
			socket = this.#options.open();
		} catch {
			// A policy of the page forbids it; it may be another page when we try again.
			return this.#tryLater();
		}
		this.#socket = socket;
		socket.addEventListener('open', () => socket.send(this.#options.hello(this.#outbox.from)));
		socket.addEventListener('message', ({ data }) => this.#hear(data));
		socket.addEventListener('close', ({ code, reason }) => {
			if (this.#socket === socket) this.#closed(code, reason);
		});
		// Its close comes next; without a listener Node would take it for a fault of the app.
		socket.addEventListener('error', () => undefined);
	}

	#closed(code: number, reason: string): void {
		this.#leave();
		if (!FINAL_CODES.includes(code)) return this.#tryLater();
		this.#refused = true;
		this.#options.onrefused(reason);
	}

	#leave(): void {
		const socket = this.#socket;
		this.#socket = undefined;
		this.#ready = false;
		this.#held = false;
		socket?.close();
	}

	#tryLater(): void {
		this.#timer = setTimeout(() => this.#connect(), this.#backoff.pause());
		letGo(this.#timer);
	}

	#hear(data: unknown): void {
		const answer = parseAnswer(data);
		if (!answer) return;
		if (answer.type === 'ready') {
			this.#ready = true;
			this.#backoff.reset();
			this.#outbox.rewind(answer.next);
		} else if (answer.type === 'stored') this.#outbox.stored(answer.next);
		else this.#held = answer.type === 'hold';
		this.#pump();
		if (answer.type === 'ready' || this.#outbox.isEmpty) this.#considerLeaving();
	}

	#pump(): void {
		const socket = this.#socket;
		if (!socket) return this.#connectUnlessOpen();
		while (this.#ready && !this.#held && socket.readyState === OPEN) {
			if (socket.bufferedAmount > MOST_BUFFERED) return this.#lookAgain();
			const lines = this.#outbox.take();
			if (lines === undefined) return;
			socket.send(lines);
		}
	}

	/** Whatever is recorded meanwhile needs no look of its own. */
	#lookAgain(): void {
		if (this.#look) return;
		this.#look = setTimeout(() => {
			this.#look = undefined;
			this.#pump();
		}, LOOK_AGAIN);
		letGo(this.#look);
	}
}

/** In Node a timer of ours must not keep the app running. */
function letGo(timer: ReturnType<typeof setTimeout>): void {
	if (typeof timer === 'object') timer.unref();
}
