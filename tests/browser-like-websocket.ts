import { WebSocket } from 'ws';

/**
 * A WebSocket in Node that hands over each frame in a task of its own, as browsers do. Left to itself
 * `ws` hands over all frames of one TCP segment in the same one, and the SDK, whose promises have not
 * run in between, misses an answer that follows on the heels of another.
 */
class BrowserLikeWebSocket extends WebSocket {
	constructor(url: string | URL, protocols?: string | string[]) {
		super(url, protocols, { allowSynchronousEvents: false });
	}
}

/** In the shape of the global one. */
export const browserLikeWebSocket = BrowserLikeWebSocket as unknown as typeof globalThis.WebSocket;
