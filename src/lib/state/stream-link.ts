import { parseStampedEntry } from '../formats/sipscope/entry-json.ts';
import { Backoff } from '../stream/backoff.ts';
import {
	PAGE_PATH,
	type EntriesHead,
	type StoredMessage,
	type StreamsMessage
} from '../stream/page-protocol.ts';
import type { Entry } from '../trace/entry.ts';

export interface StreamLinkOptions {
	onstreams: (message: StreamsMessage) => void;
	onentries: (stream: string, entries: Entry[]) => void;
	/** There is no server that takes streams, or none any more. */
	onlost: () => void;
}

/** This page's connection to the server of its own address, and another one where it was lost. */
export class StreamLink {
	readonly #options: StreamLinkOptions;
	readonly #backoff = new Backoff();
	#socket: WebSocket | undefined;

	constructor(options: StreamLinkOptions) {
		this.#options = options;
		this.#connect();
	}

	/** All before `next` is stored: nobody else need keep it. */
	stored(stream: string, next: number): void {
		const message: StoredMessage = { type: 'stored', stream, next };
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
	}

	#connect(): void {
		const { protocol, host } = location;
		const scheme = protocol === 'https:' ? 'wss' : 'ws';
		const socket = new WebSocket(`${scheme}://${host}${PAGE_PATH}`);
		this.#socket = socket;
		socket.onmessage = ({ data }) => this.#hear(String(data));
		socket.onclose = () => {
			this.#options.onlost();
			setTimeout(() => this.#connect(), this.#backoff.pause());
		};
	}

	#hear(text: string): void {
		const [head = '', ...lines] = text.split('\n');
		const message = JSON.parse(head) as StreamsMessage | EntriesHead;
		if (message.type === 'streams') {
			this.#backoff.reset();
			return this.#options.onstreams(message);
		}
		// The server has checked them.
		const entries = lines.map(parseStampedEntry).filter((entry) => entry !== undefined);
		this.#options.onentries(message.stream, entries);
	}
}
