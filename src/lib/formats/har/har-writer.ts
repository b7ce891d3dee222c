import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { type Instant, MILLISECOND, SECOND } from '../../trace/instant.ts';
import { base64 } from '../bytes/base64.ts';
import type { TraceToWrite, TraceWriter } from '../format.ts';
import { connectionOf, SeenPhones } from '../seen-phones.ts';
import { utcTime } from '../utc-time.ts';

/**
 * Writes an archive as Chromium's DevTools do: an entry for each socket, with its messages. What is said
 * of a socket stands beside them, and messages of many sockets come mixed: so the trace is read once for
 * the sockets, and then for as many at a time as fit in memory.
 */
export const harWriter: TraceWriter = {
	loses: [
		'phones and instances, but for a comment at their socket',
		'addresses of captured packets',
		'which of several sockets was first, where stamps are the same',
		'messages that never left their phone, and sockets that carried none of SIP, when read again',
		'events of phones, sockets and media, and losses',
		'bookmarks and notes'
	],
	write
};

/** So many characters of messages are held at a time. */
const ROOM = 32 * 1024 * 1024;

interface Socket {
	readonly key: string;
	readonly url: string;
	readonly comment: string;
	readonly first: Instant;
	last: Instant;
	size: number;
}

async function* write({ header, batches }: TraceToWrite): AsyncGenerator<string> {
	const sockets = await socketsOf(batches);
	const creator = { name: 'Sipscope', version: header.versions.sipscope };
	yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"comment":${JSON.stringify(header.name)},"pages":[],"entries":[`;
	let separator = '\n';
	for (const group of groupsOf(sockets)) {
		yield* group.length > 1
			? gathered(group, separator, batches)
			: streamed(group, separator, batches);
		separator = ',\n';
	}
	yield '\n]}}\n';
}

async function socketsOf(batches: TraceToWrite['batches']): Promise<Socket[]> {
	const sockets = new Map<string, Socket>();
	const phones = new SeenPhones();
	for await (const batch of batches()) {
		for (const entry of batch) {
			phones.take(entry);
			if (!wasOnTheWire(entry)) continue;
			const key = connectionOf(entry);
			let socket = sockets.get(key);
			if (socket === undefined) sockets.set(key, (socket = socketOf(entry, key, phones)));
			socket.last = Math.max(socket.last, entry.at);
			socket.size += entry.text?.length ?? entry.bytes?.length ?? 0;
		}
	}
	return [...sockets.values()];
}

function socketOf(entry: MessageEntry, key: string, phones: SeenPhones): Socket {
	const told = [phones.nameOf(entry), entry.instance && `instance ${entry.instance}`];
	const comment = told.filter((words) => words !== undefined && words !== '').join(', ');
	const url = phones.urlOf(entry) ?? 'wss://unknown.invalid/';
	return { key, url, comment, first: entry.at, last: entry.at, size: 0 };
}

function wasOnTheWire(entry: Entry): entry is MessageEntry {
	return entry.kind === 'message' && entry.undelivered !== true;
}

function groupsOf(sockets: readonly Socket[]): Socket[][] {
	const groups: Socket[][] = [];
	/** None before the first group: not even for a socket that carried nothing. */
	let room = -1;
	for (const socket of sockets) {
		if (socket.size > room) {
			groups.push([]);
			room = ROOM;
		}
		groups.at(-1)?.push(socket);
		room -= socket.size;
	}
	return groups;
}

/** Several sockets one after another, by what they carried. */
async function* gathered(
	group: readonly Socket[],
	separator: string,
	batches: TraceToWrite['batches']
): AsyncGenerator<string> {
	const messages = new Map(group.map(({ key }) => [key, [] as string[]]));
	for await (const batch of batches()) {
		for (const entry of batch) {
			if (wasOnTheWire(entry)) messages.get(connectionOf(entry))?.push(print(entry));
		}
	}
	for (const [at, socket] of group.entries()) {
		yield (at === 0 ? separator : ',\n') + beginningOf(socket);
		yield `${(messages.get(socket.key) ?? []).join(',\n')}${END}`;
	}
}

/** One socket alone, as it is read: it may be longer than there is room. */
async function* streamed(
	[socket]: readonly Socket[],
	separator: string,
	batches: TraceToWrite['batches']
): AsyncGenerator<string> {
	if (socket === undefined) return;
	yield separator + beginningOf(socket);
	let between = '';
	for await (const batch of batches()) {
		const own = batch.filter(wasOnTheWire).filter((entry) => connectionOf(entry) === socket.key);
		if (own.length === 0) continue;
		yield between + own.map(print).join(',\n');
		between = ',\n';
	}
	yield END;
}

const END = '\n]}';

/** RFC 6455 §5.2 gives the opcodes: 1 is text, 2 is binary. */
function print({ direction, at, text, bytes }: MessageEntry): string {
	const type = direction === 'sent' ? 'send' : 'receive';
	const frame = bytes ? { opcode: 2, data: base64(bytes) } : { opcode: 1, data: text };
	return JSON.stringify({ type, time: at / SECOND, ...frame });
}

/** The entry of a socket, up to its messages. */
function beginningOf({ url, comment, first, last }: Socket): string {
	const headers = [{ name: 'Sec-WebSocket-Protocol', value: 'sip' }];
	const unknown = { headersSize: -1, bodySize: -1 };
	const entry = {
		startedDateTime: utcTime(first),
		time: (last - first) / MILLISECOND,
		request: {
			method: 'GET',
			url,
			httpVersion: 'HTTP/1.1',
			headers,
			queryString: [],
			cookies: [],
			...unknown
		},
		response: {
			status: 101,
			statusText: 'Switching Protocols',
			httpVersion: 'HTTP/1.1',
			headers,
			cookies: [],
			content: { size: 0, mimeType: 'x-unknown' },
			redirectURL: '',
			...unknown
		},
		cache: {},
		timings: { send: 0, wait: 0, receive: 0 },
		...(comment !== '' && { comment }),
		_resourceType: 'websocket'
	};
	return `${JSON.stringify(entry).slice(0, -1)},"_webSocketMessages":[\n`;
}
