import { type ReferTo, parseReferTo } from '../../../sip/fields/refer-to.ts';
import type { Replaces } from '../../../sip/fields/replaces.ts';
import { reasonPhrase } from '../../../sip/status.ts';
import { destinationEnd, refusalOf } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';
import type { Leg } from '../call/leg.ts';
import { destinationOf } from '../network/number-plan.ts';

/** A transfer (RFC 3515): cold to a number, warm to a call that the phone has already (RFC 3891). */
export async function refer(edge: Edge, exchange: Exchange): Promise<void> {
	const leg = edge.legs.of(exchange);
	if (!leg) return exchange.answer(481);
	if (leg.state !== 'confirmed' || !leg.conversation?.has(leg)) return exchange.answer(491);
	const referTo = parseReferTo(exchange.header('Refer-To'));
	if (!referTo?.target) return exchange.answer(400, { reason: 'Bad Refer-To' });
	void exchange.answer(202);
	return transfer(edge, leg, referTo);
}

/** The transferor is told each step, and let go when the others are joined. */
async function transfer(edge: Edge, leg: Leg, { target, replaces }: ReferTo): Promise<void> {
	await notify(leg, 100);
	const status =
		replaces === undefined
			? transferCold(edge, leg, target?.user ?? '')
			: await transferWarm(edge, leg, replaces);
	await notify(leg, status);
	if (status === 200) await leg.hangUp();
}

function transferCold(edge: Edge, leg: Leg, number: string): number {
	const destination = destinationOf(number, edge.accounts);
	const refusal = refusalOf(edge, destination);
	if (refusal !== undefined || !leg.conversation) return refusal ?? 481;
	leg.conversation.replace(leg, destinationEnd(edge, destination));
	return 200;
}

/** @param replaces the consultation */
async function transferWarm(edge: Edge, leg: Leg, replaces: Replaces): Promise<number> {
	const consultation = edge.legs.get(replaces.callId);
	const isOwn = consultation?.account === leg.account && consultation !== leg;
	if (!consultation?.conversation || !isOwn || consultation.state !== 'confirmed') return 481;
	if (!consultation.conversation.has(consultation)) return 481;
	leg.conversation?.replace(leg, consultation.conversation.other(consultation));
	await consultation.hangUp();
	return 200;
}

async function notify(leg: Leg, status: number): Promise<void> {
	const state = status < 200 ? 'active;expires=60' : 'terminated;reason=noresource';
	const fragment = `SIP/2.0 ${status} ${reasonPhrase(status)}\r\n`;
	await leg.request(
		'NOTIFY',
		[
			['Event', 'refer'],
			['Subscription-State', state],
			['Content-Type', 'message/sipfrag;version=2.0']
		],
		fragment
	);
}
