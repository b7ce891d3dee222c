import type { Page, WebSocket } from '@playwright/test';

export interface Frame {
	direction: 'sent' | 'received';
	/** Text as it is, a binary frame in hexadecimal. */
	data: string;
	binary: boolean;
}

export interface WatchedSocket {
	url: string;
	frames: Frame[];
}

/**
 * Records, from the browser's side of the network and independently of the page, every frame of the
 * SIP sockets that the page opens from now on. One element a socket, in the order of opening.
 */
export function watchWire(page: Page): WatchedSocket[] {
	const sockets: WatchedSocket[] = [];
	page.on('websocket', (socket: WebSocket) => {
		// Vite's own socket, in development, is no phone's.
		if (!new URL(socket.url()).pathname.startsWith('/sip')) return;
		const watched: WatchedSocket = { url: socket.url(), frames: [] };
		sockets.push(watched);
		const keep = (direction: Frame['direction']) => (frame: { payload: string | Buffer }) => {
			const binary = typeof frame.payload !== 'string';
			const data = binary ? frame.payload.toString('hex') : String(frame.payload);
			watched.frames.push({ direction, data, binary });
		};
		socket.on('framesent', keep('sent'));
		socket.on('framereceived', keep('received'));
	});
	return sockets;
}
