import { DefaultSipClient } from 'ringcentral-web-phone/sip-client';
import type { SipClientOptions } from 'ringcentral-web-phone/types';
import { nextConnection } from './connection-ids.ts';
import type { Recorder } from './recorder.ts';
import { recordingWebSocket } from './recording-websocket.ts';
import { watchedListener } from './watched-listener.ts';

export interface RecordingSipClientOptions extends SipClientOptions {
	recorder: Pick<Recorder, 'record'>;
	/** The phone's id, for its entries. */
	phone: string;
	/** Dial `ws://` instead of the SDK's `wss://`. */
	plain?: boolean;
	/** Names the next connection; unique within a trace. */
	nextConnection?: () => string;
	/** The socket that it had last is closed; not told of those that were left or abandoned. */
	onclose?: () => void;
	/** What the SDK threw while nobody waited: a failed refresh, a frame it cannot handle. */
	onerror?: (thrown: unknown, action?: 'refresh') => void;
}

/** What the SDK's `start()` asks for. */
const REFRESH_SECONDS = 60;

type Listener = Parameters<DefaultSipClient['on']>[1];

/** The SDK's own SIP client; all that its sockets carry is recorded. */
export class RecordingSipClient extends DefaultSipClient {
	readonly #options: RecordingSipClientOptions;
	readonly #sockets: WebSocket[] = [];
	readonly #watched = new WeakMap<Listener, Listener>();
	readonly #awaited = new Set<symbol>();
	#abandoned = false;

	constructor(options: RecordingSipClientOptions) {
		super(options);
		this.#options = options;
	}

	/**
	 * The SDK constructs its socket before `connect` first yields, so the global is ours for no longer
	 * than that, and no one else's socket is recorded.
	 */
	override connect(): Promise<void> {
		const Native = globalThis.WebSocket;
		globalThis.WebSocket = recordingWebSocket(Native, {
			recorder: this.#options.recorder,
			vantage: {
				phone: this.#options.phone,
				instance: this.instanceId,
				connection: (this.#options.nextConnection ?? nextConnection)()
			},
			plain: this.#options.plain ?? false,
			onerror: this.#report
		});
		try {
			return super.connect();
		} finally {
			globalThis.WebSocket = Native;
			if (this.wsc && !this.#sockets.includes(this.wsc)) this.#keep(this.wsc);
		}
	}

	override start(): Promise<void> {
		return this.#whileAwaited(() => super.start());
	}

	override dispose(): Promise<void> {
		return this.#whileAwaited(() => super.dispose());
	}

	/** The SDK's refresh calls this from a timer and drops the promise: failures end in `onerror`. */
	override register(expires: number): Promise<void> {
		if (this.#abandoned) return Promise.resolve();
		const registered = super.register(expires);
		if (this.#awaited.size === 0) registered.catch((thrown) => this.#report(thrown, 'refresh'));
		return registered;
	}

	override on(eventName: string, listener: Listener): void {
		const watched = this.#watched.get(listener) ?? watchedListener(listener, this.#report);
		this.#watched.set(listener, watched);
		super.on(eventName, watched);
	}

	override off(eventName: string, listener: Listener): void {
		super.off(eventName, this.#watched.get(listener) ?? listener);
	}

	/** Registers now, in place of the refresh that the SDK's timer is to send. @throws as `register` */
	refresh(): Promise<void> {
		return this.#whileAwaited(async () => {
			this.#forgetRefresh();
			await this.register(REFRESH_SECONDS);
		});
	}

	/**
	 * Registers over a new socket to one of the two proxies. Those of before are closed first: the SDK
	 * leaves them open, and throws where one of them speaks while the new one is still connecting.
	 */
	reconnect(proxy: 'primary' | 'backup'): Promise<void> {
		this.#forgetRefresh();
		this.closeSockets();
		this.toggleBackupOutboundProxy(proxy === 'backup');
		return this.start();
	}

	/** Whoever waits for an answer over one of them will wait for ever. */
	closeSockets(): void {
		this.#awaited.clear();
		for (const socket of this.#sockets.splice(0)) socket.close();
	}

	/** The SDK's own leaves its timer on, which registers again within a minute. */
	override unregister(): Promise<void> {
		this.#forgetRefresh();
		return this.#whileAwaited(() => super.unregister());
	}

	/**
	 * Registers no more, and closes every socket. The SDK leaves some open, the one before a second
	 * `start()` and the one of a refused REGISTER, and keeps refreshing where its `dispose()` threw.
	 */
	abandon(): void {
		this.#abandoned = true;
		this.closeSockets();
	}

	readonly #report = (thrown: unknown, action?: 'refresh') =>
		this.#options.onerror?.(thrown, action);

	#keep(socket: WebSocket): void {
		this.#sockets.push(socket);
		socket.addEventListener('close', () => {
			if (this.wsc === socket && !this.#abandoned) this.#options.onclose?.();
		});
	}

	#forgetRefresh(): void {
		clearTimeout(this['timeoutHandle']);
	}

	async #whileAwaited(run: () => Promise<void>): Promise<void> {
		const turn = Symbol();
		this.#awaited.add(turn);
		try {
			await run();
		} finally {
			this.#awaited.delete(turn);
		}
	}
}
