import type { MediaEntry, Unstamped } from '../trace/entry.ts';
import { mediaStats } from './media-stats.ts';

/** What is seen of a call's media, without whose it is. */
export type MediaEvent =
	Unstamped<MediaEntry> extends infer Event
		? Event extends unknown
			? Omit<Event, 'callId' | 'kind' | 'phone' | 'instance' | 'connection'>
			: never
		: never;

export interface MediaMonitorOptions {
	record: (event: MediaEvent) => void;
	/** Called when ICE has gathered, with whether it found any address to offer. */
	ongathered: (foundAddress: boolean) => void;
}

const STATS_INTERVAL = 1_000;

/** Watches a peer connection: its states as they change, its statistics each second once connected. */
export class MediaMonitor {
	readonly #connection: RTCPeerConnection;
	readonly #options: MediaMonitorOptions;
	readonly #stopped = new AbortController();
	#transport: RTCDtlsTransport | undefined;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(connection: RTCPeerConnection, options: MediaMonitorOptions) {
		this.#connection = connection;
		this.#options = options;
		this.#on(connection, 'signalingstatechange', () => {
			options.record({ event: 'signaling', state: connection.signalingState });
			this.#watchTransport();
		});
		this.#on(connection, 'icegatheringstatechange', () => {
			options.record({ event: 'ice-gathering', state: connection.iceGatheringState });
			if (connection.iceGatheringState === 'complete') this.#gathered();
		});
		this.#on(connection, 'iceconnectionstatechange', () =>
			options.record({ event: 'ice-connection', state: connection.iceConnectionState })
		);
		this.#on(connection, 'connectionstatechange', () => {
			options.record({ event: 'connection', state: connection.connectionState });
			if (connection.connectionState === 'connected') this.#countStats();
		});
	}

	/** A connection that is closed here tells nobody, so its end is recorded now. */
	stop(): void {
		if (this.#stopped.signal.aborted) return;
		this.#stopped.abort();
		clearInterval(this.#timer);
		const { connectionState: state } = this.#connection;
		if (state === 'closed') this.#options.record({ event: 'connection', state });
	}

	#on(target: EventTarget, type: string, listener: () => void): void {
		target.addEventListener(type, listener, { signal: this.#stopped.signal });
	}

	/** There is no transport before the first description, and audio has but one. */
	#watchTransport(): void {
		const transport = this.#connection.getSenders()[0]?.transport;
		if (!transport || transport === this.#transport) return;
		this.#transport = transport;
		this.#on(transport, 'statechange', () =>
			this.#options.record({ event: 'dtls', state: transport.state })
		);
	}

	#gathered(): void {
		const sdp = this.#connection.localDescription?.sdp ?? '';
		this.#options.ongathered(/^a=candidate:/m.test(sdp));
	}

	#countStats(): void {
		this.#timer ??= setInterval(() => void this.#recordStats(), STATS_INTERVAL);
	}

	async #recordStats(): Promise<void> {
		if (this.#connection.connectionState === 'closed') return;
		const stats = mediaStats(await this.#connection.getStats());
		if (!this.#stopped.signal.aborted) this.#options.record({ event: 'stats', stats });
	}
}
