import type { WebSocket } from 'ws';
import type { EntriesHead, StoredMessage, StreamsMessage } from '../stream/page-protocol.ts';
import type { AppStream } from './app-stream.ts';

/** Characters of one stream that a page has not stored yet, beyond which it gets no more. */
const MOST_UNDER_WAY = 2 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** One page of Sipscope, which shows and stores what is streamed. */
export class PageLink {
	readonly #socket: WebSocket;

	constructor(socket: WebSocket) {
		this.#socket = socket;
	}

	tell(message: StreamsMessage): void {
		this.#socket.send(JSON.stringify(message));
	}

	/** Sends what there is of a stream, as far as the page keeps up. */
	pump({ hello, buffer }: AppStream): void {
		const head = JSON.stringify({ type: 'entries', stream: hello.stream } satisfies EntriesHead);
		while (buffer.charactersUnderWay < MOST_UNDER_WAY) {
			const lines = buffer.take(CHUNK);
			if (lines === undefined) return;
			this.#socket.send(`${head}\n${lines}`);
		}
	}
}

/** What a page said; `undefined` where it is nothing of this kind. */
export function parseStored(text: string): StoredMessage | undefined {
	try {
		const { type, stream, next } = JSON.parse(text) as Partial<StoredMessage>;
		const isSound = type === 'stored' && typeof stream === 'string' && Number.isSafeInteger(next);
		return isSound ? { type, stream, next: Number(next) } : undefined;
	} catch {
		return undefined;
	}
}
