import type { Exchange } from '../transaction/exchange.ts';
import type { Leg } from './leg.ts';

/** A hold, an ICE restart, or a phone that is back on another connection. The other end is not told. */
export async function reInvite(exchange: Exchange, leg: Leg): Promise<void> {
	exchange.trying();
	if (leg.state !== 'confirmed') return exchange.answer(491);
	leg.moveTo(exchange.connection);
	const body = await leg.media.answer(exchange.request.body);
	if (!body) return exchange.answer(488);
	leg.conversation?.changed(leg);
	return exchange.answer(200, { headers: [['Content-Type', 'application/sdp']], body });
}
