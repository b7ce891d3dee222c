import {
	createSimulator,
	type HostedSimulator
} from '../../../src/lib/simulator/host/node-host.ts';
import { weriftMedia } from '../../../src/lib/simulator/media/werift-media.ts';
import type { SocketEvent } from '../../../src/lib/simulator/host/host-event.ts';

interface EdgeFrame {
	/** As the phone sees it. */
	direction: 'sent' | 'received';
	data: string;
	/** When it was at the edge, in milliseconds since the epoch. */
	at: number;
}

export interface EdgeSocket {
	connection: string;
	frames: EdgeFrame[];
}

/** A simulator whose every frame is kept, as the edge saw it, and the most slots that were ever taken. */
export class EdgeWatch {
	readonly sockets: EdgeSocket[] = [];
	/** By extension. */
	readonly mostSlots = new Map<string, number>();
	hosted!: HostedSimulator;

	static async open(): Promise<EdgeWatch> {
		const watch = new EdgeWatch();
		watch.hosted = await createSimulator({
			media: weriftMedia,
			watch: (event) => watch.#keep(event)
		});
		return watch;
	}

	close(): Promise<void> {
		return this.hosted.close();
	}

	get proxy(): string {
		return this.hosted.proxy;
	}

	/** When the edge granted each registration, by the order of sockets. */
	grants(): number[] {
		return this.sockets.flatMap(({ frames }) => {
			const granted = frames.find(
				({ direction, data }) =>
					direction === 'received' && /^SIP\/2.0 200 [^]*\nCSeq: \d+ REGISTER/.test(data)
			);
			return granted ? [granted.at] : [];
		});
	}

	#keep(event: SocketEvent): void {
		if (event.kind === 'opened') this.sockets.push({ connection: event.connection, frames: [] });
		else if (event.kind !== 'closed') {
			const socket = this.sockets.find(({ connection }) => connection === event.connection);
			const direction = event.kind === 'received' ? 'sent' : 'received';
			socket?.frames.push({ direction, data: String(event.frame), at: Date.now() });
		}
		this.#countSlots();
	}

	#countSlots(): void {
		for (const account of this.hosted?.edge.accounts ?? []) {
			const most = this.mostSlots.get(account.extension) ?? 0;
			const taken = this.hosted.edge.registrar.live(account).length;
			this.mostSlots.set(account.extension, Math.max(most, taken));
		}
	}
}
