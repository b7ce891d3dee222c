import { isHubMessage } from './hub.ts';
import { whenFree } from './locks.ts';
import type { TabMessage } from './tab-messages.ts';

/** Carries messages between the tabs of one browser. */
export interface Wire {
	send(message: TabMessage): void;
	close(): void;
}

export interface WireOptions {
	/** The same for all tabs that are to hear each other. */
	name: string;
	/** Is given what another tab sent; it may be anything. */
	onmessage: (data: unknown) => void;
	/** The tab says hello, again and again: whenever the other end is new. */
	onopen: () => void;
	/** All that others had sent before the last hello has been heard by now. A channel cannot tell. */
	onheard: () => void;
}

/** By a SharedWorker; by a BroadcastChannel where there is none (Chrome for Android). */
export function openWire(options: WireOptions): Wire {
	return 'SharedWorker' in globalThis ? new WorkerWire(options) : new BroadcastWire(options);
}

class WorkerWire implements Wire {
	readonly #options: WireOptions;
	/**
	 * A worker takes with it what it has not passed on. News that nobody keeps would be lost, so they go
	 * both ways.
	 */
	readonly #news: BroadcastChannel;
	#worker!: SharedWorker;
	#stopWatching: () => void = () => undefined;

	constructor(options: WireOptions) {
		this.#options = options;
		this.#news = new BroadcastChannel(options.name);
		this.#news.onmessage = ({ data }) => options.onmessage(data);
		this.#connect();
	}

	send(message: TabMessage): void {
		if (message.type === 'news') this.#news.postMessage(message);
		this.#worker.port.postMessage(message);
	}

	close(): void {
		this.#stopWatching();
		this.#worker.port.close();
		this.#news.close();
	}

	#connect(): void {
		const { name, onopen } = this.#options;
		this.#worker = new SharedWorker(new URL('./hub-worker.ts', import.meta.url), {
			type: 'module',
			name
		});
		this.#worker.port.onmessage = ({ data }) => this.#take(data);
		queueMicrotask(onopen);
	}

	#take(data: unknown): void {
		if (!isHubMessage(data)) return this.#options.onmessage(data);
		this.#stopWatching();
		// A worker lives in the process of some tab, and dies with it when that one crashes.
		this.#stopWatching = whenFree(data.hub, () => this.#connect());
		this.#options.onheard();
	}
}

class BroadcastWire implements Wire {
	readonly #channel: BroadcastChannel;

	constructor({ name, onmessage, onopen }: WireOptions) {
		this.#channel = new BroadcastChannel(name);
		this.#channel.onmessage = ({ data }) => onmessage(data);
		queueMicrotask(onopen);
	}

	send(message: TabMessage): void {
		this.#channel.postMessage(message);
	}

	close(): void {
		this.#channel.close();
	}
}
