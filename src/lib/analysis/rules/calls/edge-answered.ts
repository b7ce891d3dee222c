import type { Call } from '../../calls/call.ts';
import type { Rule } from '../rule.ts';
import { lapse, phoneName } from '../words.ts';
import { answerOf } from './answer.ts';

export const edgeAnswered: Rule<'call'> = {
	id: 'edge-answered',
	severity: 'info',
	title: 'Answered by the edge, not yet by a person',
	fires: 'An outbound call’s 200 comes before the phone that it rings answers.',
	source: 'RingCentral: a B2BUA, which answers outbound calls at once',
	scope: 'call',
	check(call, analysis) {
		if (call.direction !== 'outbound' || call.answeredAt === undefined) return undefined;
		const answer = answerOf(call);
		const legs = call.conversation.calls.filter((leg) => isRungBy(leg, call));
		const [leg] = legs;
		if (answer === undefined || leg === undefined) return undefined;
		const pickUps = legs.flatMap((one) => answerOf(one) ?? []);
		const pickUp = pickUps.sort((a, b) => a.entry.seq - b.entry.seq)[0];
		if (pickUp ? pickUp.entry.seq < answer.entry.seq : legs.some(({ state }) => state !== 'ended'))
			return undefined;
		const caller = `The edge answered ${phoneName(call, analysis)} after ${lapse(call.answeredAt - call.startedAt)}`;
		const callee = pickUp
			? `; ${phoneName(pickUp.userAgent, analysis)} picked up ${lapse(Math.max(0, pickUp.entry.at - call.answeredAt))} later.`
			: `; ${phoneName(leg, analysis)} never picked up.`;
		return {
			sentence: caller + callee,
			advice:
				'RingCentral answers every outbound call at once, so “answered” is not “picked up”: do not start a talk timer by it.',
			evidence: [answer.entry, leg.messages[0]?.entry, (pickUp ?? leg.messages.at(-1))?.entry]
		};
	}
};

/** Whether a leg is one that a B2BUA rang for a call: through a proxy both have one Call-ID. */
function isRungBy(leg: Call, call: Call): boolean {
	return leg.direction === 'inbound' && leg.callId !== call.callId;
}
