import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';

/**
 * A caller gives up (RFC 3261 §9.2). It can do so after our 200 too, before it read it: it has
 * forgotten the call then, and so do we.
 */
export function cancel(edge: Edge, exchange: Exchange): void {
	const leg = edge.legs.of(exchange);
	if (!leg?.invite) return void exchange.answer(481);
	void exchange.answer(200);
	leg.end();
	leg.conversation?.leave(leg);
	void leg.invite.answer(487);
}
