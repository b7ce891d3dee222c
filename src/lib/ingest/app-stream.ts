import type { WebSocket } from 'ws';
import type { StreamView } from '../stream/page-protocol.ts';
import type { StreamAnswer } from '../stream/protocol.ts';
import type { Hello } from './hello.ts';
import { StreamBuffer } from './stream-buffer.ts';

/** Characters that are kept for a page that is not there: beyond, the app keeps what comes. */
const MOST_KEPT = 8 * 1024 * 1024;
/** And of all streams together. */
const MOST_KEPT_IN_ALL = 64 * 1024 * 1024;

/** One app that streams, whether it is connected at present or not. */
export class AppStream {
	readonly buffer: StreamBuffer;
	origin: string | undefined;
	hello: Hello;
	/** When its connection went, on a clock that only goes forward; absent while it is connected. */
	goneAt: number | undefined;
	#socket: WebSocket | undefined;
	#held = false;
	#paused = false;

	constructor(hello: Hello) {
		this.hello = hello;
		this.buffer = new StreamBuffer(hello.from);
	}

	get connected(): boolean {
		return this.#socket !== undefined;
	}

	/** Its app is gone, and all that it sent is stored. */
	get isOver(): boolean {
		return !this.connected && this.buffer.stored === this.buffer.next;
	}

	get view(): StreamView {
		const { stream: id, name, createdAt, versions } = this.hello;
		const { origin, connected } = this;
		return { id, name, createdAt, versions, origin, connected, count: this.buffer.next };
	}

	/** @returns the connection that it had before */
	connect(socket: WebSocket, hello: Hello, origin: string | undefined): WebSocket | undefined {
		const before = this.#socket;
		this.#socket = socket;
		this.hello = hello;
		this.origin = origin;
		this.goneAt = undefined;
		this.#held = false;
		this.#paused = false;
		this.#say({ type: 'stored', next: this.buffer.stored });
		this.#say({ type: 'ready', next: this.buffer.next });
		return before;
	}

	/** Whether that was its connection. */
	disconnect(socket: WebSocket, now: number): boolean {
		if (this.#socket !== socket) return false;
		this.#socket = undefined;
		this.goneAt = now;
		return true;
	}

	stored(next: number): void {
		this.buffer.confirm(next);
		this.#say({ type: 'stored', next: this.buffer.stored });
	}

	/** Tells the app to keep what comes, or to go on. Who does not listen is not read from. */
	regulate(keptInAll: number): void {
		const { characters } = this.buffer;
		const isFull = characters >= MOST_KEPT || keptInAll >= MOST_KEPT_IN_ALL;
		if (isFull !== this.#held) this.#say({ type: isFull ? 'hold' : 'go' });
		this.#held = isFull;
		const isOverfull = isFull && characters >= 2 * MOST_KEPT;
		if (isOverfull && !this.#paused) this.#socket?.pause();
		if (!isOverfull && this.#paused) this.#socket?.resume();
		this.#paused = isOverfull;
	}

	#say(answer: StreamAnswer): void {
		this.#socket?.send(JSON.stringify(answer));
	}
}
