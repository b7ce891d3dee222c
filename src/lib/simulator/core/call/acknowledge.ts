import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';

/** The caller's ACK of our 200: now the callee is called. Nothing answers an ACK. */
export function acknowledge(edge: Edge, exchange: Exchange): void {
	edge.legs.of(exchange)?.confirm();
}
