import { AudioLevel } from './audio-level.ts';
import { MediaMonitor, type MediaMonitorOptions } from './media-monitor.ts';

/** The media of one call: what is recorded of it, and the sound of its remote side. */
export class CallMedia {
	readonly connection: RTCPeerConnection;
	remoteStream: MediaStream | undefined;
	readonly #monitor: MediaMonitor;
	#level: AudioLevel | undefined;

	constructor(connection: RTCPeerConnection, options: MediaMonitorOptions) {
		this.connection = connection;
		this.#monitor = new MediaMonitor(connection, options);
		connection.addEventListener('track', ({ track, streams }) => {
			this.remoteStream = streams[0] ?? new MediaStream([track]);
		});
	}

	/** Nothing has come from the other side for a while (RFC 7675 §5.1). */
	get isBroken(): boolean {
		return ['disconnected', 'failed'].includes(this.connection.connectionState);
	}

	/** How loud the remote side is now, 0 to 1. */
	level(): number {
		if (!this.remoteStream) return 0;
		this.#level ??= new AudioLevel(this.remoteStream);
		return this.#level.read();
	}

	stop(): void {
		this.#monitor.stop();
		this.#level?.close();
	}
}
