import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';

/**
 * A phone hangs up; the other end follows, unless the leg was parked, flipped or transferred. A
 * phone that still rings has nothing to hang up: it declines.
 */
export function bye(edge: Edge, exchange: Exchange): void {
	const leg = edge.legs.of(exchange);
	const isCalled = leg?.rings && leg.state !== 'confirmed';
	if (!leg || isCalled) return void exchange.answer(481);
	void exchange.answer(200);
	leg.end();
	leg.conversation?.leave(leg);
}
