import { payloadOf } from '../capture/frame.ts';
import type { Payload, Unstamped, Vantage } from '../trace/entry.ts';

/** Takes what a socket carried. Never throws. */
export type RecordEntry = (entry: Unstamped) => void;

type Data = Parameters<WebSocket['send']>[0];

const OPEN = 1;

/**
 * Records what a socket carries, both ways and in order, and changes nothing for its owner: to be called
 * before anybody else listens.
 */
export function observeSocket(socket: WebSocket, vantage: Vantage, record: RecordEntry): void {
	const seen = (direction: 'sent' | 'received', data: unknown) =>
		record(frameEntry(vantage, direction, data, socket));
	socket.addEventListener('open', () =>
		record({ ...vantage, kind: 'socket', event: 'open', protocol: socket.protocol })
	);
	socket.addEventListener('message', ({ data }) => seen('received', data));
	socket.addEventListener('error', () => record({ ...vantage, kind: 'socket', event: 'error' }));
	socket.addEventListener('close', ({ code, reason, wasClean }) =>
		record({ ...vantage, kind: 'socket', event: 'close', code, reason, wasClean })
	);
	const send = socket.send;
	Object.defineProperty(socket, 'send', {
		configurable: true,
		writable: true,
		value(this: WebSocket, ...args: [Data]): void {
			seen('sent', args[0]);
			return send.apply(socket, args);
		}
	});
}

/** `constructor` that has each socket observed from its beginning, and is the same in all else. */
export function observing(
	constructor: typeof WebSocket,
	observe: (socket: WebSocket, protocols: unknown) => void
): typeof WebSocket {
	return new Proxy(constructor, {
		construct(target, args: [string, unknown?], newTarget) {
			const socket = Reflect.construct(target, args, newTarget) as WebSocket;
			try {
				observe(socket, args[1]);
			} catch (thrown) {
				// A fault of ours is not the app's.
				console.warn('Sipscope does not see this socket:', thrown);
			}
			return socket;
		}
	});
}

function frameEntry(
	vantage: Vantage,
	direction: 'sent' | 'received',
	data: unknown,
	{ readyState }: WebSocket
): Unstamped {
	const payload = payloadIn(data);
	if (!payload) return { ...vantage, kind: 'loss', reason: 'stream', count: 1, detail: UNREADABLE };
	const undelivered = direction === 'sent' && readyState !== OPEN;
	const frame = { ...vantage, kind: 'message' as const, direction, ...payload };
	return undelivered ? { ...frame, undelivered } : frame;
}

const UNREADABLE = 'a binary frame that can only be read when later ones have come';

/** `undefined` for a Blob: by the time that it is read the order of frames is lost. */
function payloadIn(data: unknown): Payload | undefined {
	if (typeof data === 'string' || data instanceof ArrayBuffer || ArrayBuffer.isView(data))
		return payloadOf(data);
	return typeof Blob === 'function' && data instanceof Blob ? undefined : { text: String(data) };
}
