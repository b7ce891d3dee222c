import type { End, Flow } from './flow.ts';
import type { Gathered } from './gathered.ts';
import { readUpgrade } from './http-upgrade.ts';
import { type Messages, payloadOf } from './messages.ts';
import { other } from './phone-ends.ts';
import type { Said } from './said.ts';
import { SipStream } from './sip-stream.ts';
import { StreamContents } from './stream-contents.ts';
import type { StreamMemory } from './stream-memory.ts';
import type { StreamReader } from './stream-reader.ts';
import { TcpStream } from './tcp-stream.ts';
import { WebSocketSession } from './websocket-session.ts';
import { WebSocketStream } from './websocket-stream.ts';

/** One TCP connection: what its ends sent, and as what it is read. */
export class TcpConnection {
	/** The end that opened it, where that was seen. */
	client: End | undefined;
	readonly streams: readonly [TcpStream, TcpStream];
	readonly #flow: Flow;
	readonly #gathered: Gathered;
	readonly #messages: Messages;
	readonly #memory: StreamMemory;
	#session: WebSocketSession | undefined;

	constructor(flow: Flow, gathered: Gathered, messages: Messages, memory: StreamMemory) {
		this.#flow = flow;
		this.#gathered = gathered;
		this.#messages = messages;
		this.#memory = memory;
		this.streams = [this.#stream(0), this.#stream(1)];
	}

	/** Nothing more comes of it: it was closed, or nothing more of it was captured. */
	end(isClosed: boolean): void {
		for (const stream of this.streams) stream.end(isClosed);
	}

	/** Reads SIP of what an end sends; `midway` where it begins in the middle of something. */
	sip(from: End, midway: boolean): StreamReader {
		this.#flow.transport = 'TCP';
		return new SipStream(this.#said(from), this.#memory, midway);
	}

	/** Reads what follows the head of an HTTP message, if it makes a WebSocket of the connection. */
	upgrade(from: End, head: string): StreamReader | undefined {
		const upgrade = readUpgrade(head, this.#flow.addresses[other(from)]);
		if (upgrade === undefined) return undefined;
		const client = upgrade.kind === 'request' ? from : other(from);
		const session = this.#sessionOf(client);
		if (upgrade.kind === 'request') session.requested(upgrade);
		else session.answered(upgrade);
		return new WebSocketStream(session, from, this.#memory);
	}

	/** Reads a WebSocket whose beginning was not captured: only its client masks what it sends. */
	webSocket(from: End, isMasked: boolean): StreamReader {
		const session = this.#sessionOf(isMasked ? from : other(from));
		return new WebSocketStream(session, from, this.#memory);
	}

	/** Reads nothing. */
	leaveOut(what: 'other packets' | 'encrypted packets'): void {
		this.#gathered.leaveOut(what);
	}

	loss(detail: string): void {
		this.#gathered.loss('cut off', detail);
	}

	#sessionOf(client: End): WebSocketSession {
		return (this.#session ??= new WebSocketSession(
			this.#flow,
			client,
			this.#gathered,
			this.#messages
		));
	}

	#stream(from: End): TcpStream {
		const contents = new StreamContents(this, from, this.#flow.addresses, this.#memory);
		return new TcpStream(contents, this.#memory);
	}

	#said(from: End): Said {
		return {
			message: (wire) => this.#messages.take(this.#flow, from, payloadOf(wire), this.client),
			loss: (reason, detail) => this.#gathered.loss(reason, detail)
		};
	}
}
