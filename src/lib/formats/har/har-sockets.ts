import { isStartLine } from '../../sip/framing.ts';
import { wireText } from '../../sip/wire.ts';
import type { Payload } from '../../trace/entry.ts';
import { type Instant, MILLISECOND, SECOND } from '../../trace/instant.ts';
import type { ReadEntry } from '../reading.ts';
import { bytesOf } from '../bytes/base64.ts';

/** A WebSocket of the archive, by its place among the archive's entries. */
interface HarSocket {
	url: string;
	entries: ReadEntry[];
	speaksSip: boolean;
}

/** RFC 6455 §5.2: what `opcode` says of a frame that carries data. */
const BINARY = 2;

/** Seconds of today are ten digits, milliseconds thirteen: DevTools writes the one, Playwright the other. */
const FEWEST_MILLISECONDS = 1e11;

/** Gathers what an archive's sockets carried, in the order of time. */
export class HarSockets {
	readonly #sockets = new Map<number, HarSocket>();
	#latest: Instant = 0;

	/** How many sockets had messages, but none of SIP. */
	get otherSockets(): number {
		return this.#all().filter(({ speaksSip, entries }) => !speaksSip && entries.length > 0).length;
	}

	/** How many messages those had. */
	get otherMessages(): number {
		const others = this.#all().filter(({ speaksSip }) => !speaksSip);
		return others.reduce((count, { entries }) => count + entries.length, 0);
	}

	named(socket: number, url: string): void {
		this.#of(socket).url = url;
	}

	/** Takes an element of `_webSocketMessages`, whatever it is. */
	message(index: number, value: unknown): void {
		const socket = this.#of(index);
		const entry = entryOf(value, `socket ${index + 1}`) ?? damaged(this.#latest);
		this.#latest = entry.at;
		if (entry.kind === 'message') socket.speaksSip ||= isSip(entry);
		socket.entries.push(entry);
	}

	/** Of the sockets that spoke SIP; where one was opened is told before its first message. */
	entries(): ReadEntry[] {
		const sip = this.#all().filter(({ speaksSip }) => speaksSip);
		return sip.flatMap(withOpening).sort((a, b) => a.at - b.at);
	}

	#all(): HarSocket[] {
		return [...this.#sockets.values()];
	}

	#of(index: number): HarSocket {
		let socket = this.#sockets.get(index);
		if (socket === undefined) {
			socket = { url: '', entries: [], speaksSip: false };
			this.#sockets.set(index, socket);
		}
		return socket;
	}
}

function withOpening({ url, entries }: HarSocket): ReadEntry[] {
	const [first] = entries;
	if (first?.connection === undefined || url === '') return entries;
	const { connection, at } = first;
	return [
		{ kind: 'socket', event: 'connecting', url, connection, at, approximate: true },
		...entries
	];
}

function entryOf(value: unknown, connection: string): ReadEntry | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { type, time, opcode, data } = value as Readonly<Record<string, unknown>>;
	if (typeof time !== 'number' || !Number.isFinite(time) || typeof data !== 'string')
		return undefined;
	if (type !== 'send' && type !== 'receive') return undefined;
	const at = Math.round(time * (time > FEWEST_MILLISECONDS ? MILLISECOND : SECOND));
	const direction = type === 'send' ? 'sent' : 'received';
	return { kind: 'message', direction, ...payloadOf(data, opcode), connection, at };
}

function payloadOf(data: string, opcode: unknown): Payload {
	const bytes = opcode === BINARY ? bytesOf(data) : undefined;
	return bytes === undefined ? { text: data } : { bytes };
}

function isSip({ text, bytes }: Payload): boolean {
	return isStartLine(text ?? wireText(bytes ?? new Uint8Array()).text, 0);
}

function damaged(at: Instant): ReadEntry {
	return { kind: 'loss', reason: 'damaged', count: 1, detail: 'a WebSocket message', at };
}
