import type { End } from '../call/conversation.ts';
import { Ringing, type RingOptions } from '../call/ringing.ts';
import type { Edge } from '../edge.ts';
import type { Destination } from './number-plan.ts';
import { Telephone } from './telephone.ts';
import { Voicemail } from './voicemail.ts';

/** The status with which a call to this destination fails at once; undefined where it is taken. */
export function refusalOf(edge: Edge, destination: Destination): number | undefined {
	switch (destination.kind) {
		case 'nowhere':
			return 486;
		case 'parking place':
			return edge.parking.isTaken(destination.number) ? undefined : 486;
		case 'telephone': {
			const { manner } = destination.subscriber;
			return manner.kind === 'refuses' ? manner.status : undefined;
		}
		default:
			return undefined;
	}
}

/** Who or what takes a call to this destination. As an end of a conversation it begins to ring. */
export function destinationEnd(
	edge: Edge,
	destination: Destination,
	ring: Omit<RingOptions, 'accounts' | 'queue'> = {}
): End {
	switch (destination.kind) {
		case 'extension':
			return new Ringing(edge, { ...ring, accounts: [destination.account] });
		case 'queue':
			return new Ringing(edge, { ...ring, accounts: edge.accounts, queue: destination.name });
		case 'telephone':
			return new Telephone(edge, destination.subscriber);
		case 'conference':
			return edge.conferences.seat(destination.number);
		default:
			return new Voicemail();
	}
}
