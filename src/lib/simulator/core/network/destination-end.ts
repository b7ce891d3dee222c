import type { End } from '../call/conversation.ts';
import type { Edge } from '../edge.ts';
import type { Destination } from './number-plan.ts';
import { PublicNetwork } from './public-network.ts';
import { Ringing } from '../call/ringing.ts';
import { Unattended } from './unattended.ts';

/** Who or what takes a call to this destination. As an end of a conversation it begins to ring. */
export function destinationEnd(edge: Edge, destination: Destination): End {
	switch (destination.kind) {
		case 'extension':
			return new Ringing(edge, destination.account);
		case 'outside':
			return new PublicNetwork(destination.number);
		case 'nowhere':
			return new Unattended();
	}
}
