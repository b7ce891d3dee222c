import type { Unstamped, Vantage } from '../trace/entry.ts';
import { payloadOf } from './frame.ts';
import type { Recorder } from './recorder.ts';
import { watchedListener } from './watched-listener.ts';

export interface RecordingOptions {
	recorder: Pick<Recorder, 'record'>;
	vantage: Vantage;
	/** Dial `ws://` where `wss://` is asked for. */
	plain: boolean;
	/** What a listener of the socket's owner threw while it handled a frame. */
	onerror: (thrown: unknown) => void;
}

type Frame = Parameters<WebSocket['send']>[0];

/**
 * A subclass of `Base` that records every frame and event of one connection, in order, before its
 * owner sees them: our listeners are attached in the constructor, before any of the owner's.
 */
export function recordingWebSocket(
	Base: typeof WebSocket,
	{ recorder, vantage, plain, onerror }: RecordingOptions
): typeof WebSocket {
	const recordSocket = (event: Unstamped & { kind: 'socket' }) =>
		recorder.record({ ...vantage, ...event });

	return class RecordingWebSocket extends Base {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(plain ? String(url).replace(/^wss:/i, 'ws:') : url, protocols);
			// A Blob can only be read later, when other frames have arrived: the order would be lost.
			// The SDK, which calls string methods, fails on both in the same way.
			this.binaryType = 'arraybuffer';
			recordSocket({ kind: 'socket', event: 'connecting', url: this.url });
			super.addEventListener('open', () =>
				recordSocket({ kind: 'socket', event: 'open', protocol: this.protocol })
			);
			super.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) =>
				recorder.record({
					...vantage,
					kind: 'message',
					direction: 'received',
					...payloadOf(data)
				})
			);
			super.addEventListener('error', () => recordSocket({ kind: 'socket', event: 'error' }));
			super.addEventListener('close', ({ code, reason, wasClean }) =>
				recordSocket({ kind: 'socket', event: 'close', code, reason, wasClean })
			);
		}

		/** The SDK's debug wrapper, which replaces `send` on the object, ends here too. */
		override send(data: Frame): void {
			if (data instanceof Blob) throw new TypeError('A Blob cannot be recorded in order');
			recorder.record({
				...vantage,
				kind: 'message',
				direction: 'sent',
				...payloadOf(data),
				...(this.readyState === Base.OPEN ? undefined : { undelivered: true })
			});
			super.send(data);
		}

		override addEventListener(
			type: string,
			listener: EventListenerOrEventListenerObject,
			options?: boolean | AddEventListenerOptions
		): void {
			const watched =
				type === 'message' && typeof listener === 'function'
					? watchedListener(listener.bind(this), onerror)
					: listener;
			super.addEventListener(type, watched, options);
		}
	};
}
