import type { SocketEvent } from '../host/host-event.ts';

/** Each frame as a phone saw it, sorted: `sent REGISTER …`. */
export function framesOfPhones(wire: readonly SocketEvent[]): string[] {
	return wire
		.flatMap((event) =>
			'frame' in event
				? [`${event.kind === 'received' ? 'sent' : 'received'} ${String(event.frame)}`]
				: []
		)
		.toSorted();
}
