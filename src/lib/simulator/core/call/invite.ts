import { tagOf } from '../../../sip/fields/address.ts';
import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';
import { placeCall } from './place-call.ts';
import { reInvite } from './re-invite.ts';

/** An INVITE begins a call, or changes one that stands (RFC 3261 §14). */
export function invite(edge: Edge, exchange: Exchange): Promise<void> {
	const leg = edge.legs.of(exchange);
	if (leg) return reInvite(exchange, leg);
	const isElsewhere = tagOf(exchange.header('To')) !== '' || edge.legs.get(exchange.callId);
	return isElsewhere ? exchange.answer(481) : placeCall(edge, exchange);
}
