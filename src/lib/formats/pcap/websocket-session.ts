import type { SocketEntry, Unstamped } from '../../trace/entry.ts';
import type { End, Flow } from './flow.ts';
import type { Gathered } from './gathered.ts';
import type { UpgradeRequest, UpgradeResponse } from './http-upgrade.ts';
import { type Messages, payloadOf } from './messages.ts';
import type { ReadEntry } from '../reading.ts';
import { startsSip } from './starts-sip.ts';

/** RFC 6455 §7.1.5: no close frame came, or one without a code. */
const ABNORMAL = 1006;
const NO_CODE = 1005;

/** A WebSocket within a TCP connection: what of it both ends share. */
export class WebSocketSession {
	readonly #flow: Flow;
	readonly #client: End;
	readonly #gathered: Gathered;
	readonly #messages: Messages;
	#deflate: UpgradeResponse['deflate'];
	/** What is told of the socket once it is known to speak SIP. */
	#waiting: ReadEntry[] = [];
	#speaksSip = false;
	#otherMessages = 0;
	#close: { code: number; reason: string } | undefined;
	#isOver = false;

	constructor(flow: Flow, client: End, gathered: Gathered, messages: Messages) {
		this.#flow = flow;
		this.#client = client;
		this.#gathered = gathered;
		this.#messages = messages;
		flow.transport = 'WS';
		messages.open(flow, client);
	}

	requested({ url }: UpgradeRequest): void {
		this.#tell({ kind: 'socket', event: 'connecting', url });
	}

	answered({ protocol, deflate }: UpgradeResponse): void {
		this.#deflate = deflate;
		this.#tell({ kind: 'socket', event: 'open', protocol });
		if (/\bsip\b/i.test(protocol)) this.#begin();
	}

	/** Whether each message of an end is compressed by itself. */
	forgets(from: End): boolean {
		const { clientForgets = false, serverForgets = false } = this.#deflate ?? {};
		return from === this.#client ? clientForgets : serverForgets;
	}

	message(from: End, wire: Uint8Array, isBinary: boolean): void {
		if (!this.#speaksSip && startsSip(wire, 0, wire.length)) this.#begin();
		if (!this.#speaksSip) {
			this.#otherMessages++;
			return;
		}
		this.#messages.take(this.#flow, from, isBinary ? { bytes: wire } : payloadOf(wire));
	}

	loss(from: End, reason: 'damaged' | 'cut off', detail: string): void {
		const end = from === this.#client ? 'client' : 'server';
		if (this.#speaksSip) this.#gathered.loss(reason, `${detail} (sent by the ${end})`);
		else this.#otherMessages++;
	}

	/** Each end closes; the first one says why (RFC 6455 §5.5.1). */
	closing(payload: Uint8Array): void {
		if (this.#close) return this.closed();
		const [high, low] = payload;
		const code = high === undefined || low === undefined ? NO_CODE : high * 256 + low;
		this.#close = { code, reason: new TextDecoder().decode(payload.subarray(2)) };
	}

	/** The TCP connection is over, in one direction at least. */
	closed(): void {
		if (this.#isOver) return;
		const { code, reason } = this.#close ?? { code: ABNORMAL, reason: '' };
		const wasClean = this.#close !== undefined;
		this.#tell({ kind: 'socket', event: 'close', code, reason, wasClean });
		this.forget();
	}

	/** Nothing more of it is seen. */
	forget(): void {
		if (this.#isOver) return;
		this.#isOver = true;
		if (this.#speaksSip) return;
		this.#waiting = [];
		this.#gathered.leaveOut('sockets without SIP');
		if (this.#otherMessages > 0) this.#gathered.leaveOut('other messages', this.#otherMessages);
	}

	#begin(): void {
		this.#speaksSip = true;
		for (const entry of this.#waiting) this.#gathered.add(entry);
		this.#waiting = [];
	}

	#tell(event: Unstamped<SocketEntry>): void {
		const { at } = this.#gathered;
		const entry: ReadEntry = { ...event, connection: this.#flow.id, at };
		if (this.#speaksSip) this.#gathered.add(entry);
		else this.#waiting.push(entry);
	}
}
