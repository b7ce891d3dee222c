import { nextConnection } from '../capture/connection-ids.ts';
import { observeSocket, observing } from './observed-socket.ts';
import { Stream, type StreamOptions } from './stream.ts';

/** Marks a page whose sockets are observed already. */
const MARK = Symbol.for('sipscope.stream');

/**
 * Streams what the SIP sockets of a page carry, also of a page that cannot be changed: those that it opens
 * from now on from their beginning, and one that is open already from the next frame that it sends.
 * Sockets of other sub-protocols are left alone (RFC 7118 §4: SIP's is `sip`).
 */
export function streamPage(page: typeof globalThis & { [MARK]?: true }, options: StreamOptions) {
	if (page[MARK]) return console.warn('This page streams to Sipscope already.');
	page[MARK] = true;
	const native = page.WebSocket;
	const stream = new Stream({ ...options, WebSocket: native });
	stream.join();
	const known = new WeakSet<WebSocket>();
	const observe = (socket: WebSocket, isNew: boolean) => {
		known.add(socket);
		const vantage = { connection: nextConnection() };
		const record = stream.record.bind(stream);
		if (isNew) record({ ...vantage, kind: 'socket', event: 'connecting', url: socket.url });
		observeSocket(socket, vantage, record);
	};
	page.WebSocket = observing(native, (socket, protocols) => {
		if (offersSip(protocols)) observe(socket, true);
	});
	const { send } = native.prototype;
	native.prototype.send = function (this: WebSocket, ...args) {
		if (known.has(this) || this.protocol !== 'sip') return send.apply(this, args);
		observe(this, false);
		// Its own `send` by now, which records.
		return this.send(...args);
	};
}

function offersSip(protocols: unknown): boolean {
	return [protocols].flat().includes('sip');
}
