import { SECOND } from '../../../trace/instant.ts';
import type { Call } from '../../calls/call.ts';
import type { Rule } from '../rule.ts';
import { callName, phoneName } from '../words.ts';
import { lastStatsOf, statesOf, statsFrom } from './media-marks.ts';

/** From when media are connected and the call is answered; silence is sent, too. */
const PATIENCE = 5 * SECOND;

export const oneWayMedia: Rule<'call'> = {
	id: 'one-way-media',
	severity: 'error',
	title: 'Sound in one direction at most',
	fires:
		'5 s after the answer, with media connected and the call never held, not one packet was received, or none sent.',
	source: 'W3C webrtc-stats, packetsReceived and packetsSent',
	scope: 'call',
	check(call, analysis) {
		if (call.answeredAt === undefined || call.marks.length === 0 || call.holds > 0)
			return undefined;
		const last = lastStatsOf(call);
		const [connected] = statesOf(call, 'connection', 'connected');
		if (last === undefined || connected === undefined || !isPickedUp(call)) return undefined;
		const since = Math.max(call.answeredAt, connected.at) + PATIENCE;
		const { packetsReceived, packetsSent } = last.stats;
		const telling = packetsReceived * packetsSent === 0 ? statsFrom(call, since) : undefined;
		if (telling === undefined) return undefined;
		const name = phoneName(call, analysis);
		const what =
			packetsReceived > 0
				? `${name} sends nothing: the other side hears silence`
				: packetsSent > 0
					? `${name} receives nothing: it hears silence`
					: `no packet flows in either direction`;
		return {
			sentence: `In the call ${callName(call)}, ${what} (${telling.stats.packetsSent} packets sent, ${telling.stats.packetsReceived} received).`,
			advice:
				packetsReceived > 0
					? 'Look whether the page may use the microphone, whether its track still lives, and at a=recvonly or a=inactive in the SDPs.'
					: 'The way there is open, since ICE is connected: look at a=sendonly or a=inactive in the SDPs, and what the other side sends.',
			evidence: [connected, telling]
		};
	}
};

/** Until the leg that rings is answered, there may be nothing to hear. */
function isPickedUp(call: Call): boolean {
	const ringing = call.conversation.calls.filter(
		(leg) => leg !== call && leg.direction === 'inbound'
	);
	return ringing.length === 0 || ringing.some(({ answeredAt }) => answeredAt !== undefined);
}
