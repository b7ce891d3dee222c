import { SECOND } from '../../../trace/instant.ts';
import type { Call } from '../../calls/call.ts';
import type { Rule } from '../rule.ts';
import { callName, phoneName } from '../words.ts';
import { statesOf } from './media-marks.ts';
import { causeIn } from './negotiation-words.ts';
import { negotiationOf, sessionPair } from './session-of.ts';

/** From the answer on; where nothing is in the way it takes well under a second. */
const PATIENCE = 10 * SECOND;

export const mediaNotConnected: Rule<'call'> = {
	id: 'media-not-connected',
	severity: 'error',
	title: 'A call whose media never connected',
	fires:
		'ICE or DTLS of a call fails without having been connected, or is not connected 10 s after the answer.',
	source: 'RFC 8445 §8.1; W3C WebRTC, RTCPeerConnectionState',
	scope: 'call',
	check(call, analysis) {
		if (call.answeredAt === undefined || call.marks.length === 0) return undefined;
		if (!isWatched(call) || statesOf(call, 'connection', 'connected').length > 0) return undefined;
		const due = call.answeredAt + PATIENCE;
		const [failed] = [
			...statesOf(call, 'ice-connection', 'failed'),
			...statesOf(call, 'connection', 'failed')
		];
		if (!failed && call.endedAt !== undefined && call.endedAt <= due) return undefined;
		const pair = sessionPair(call);
		const cause = pair && causeIn(negotiationOf(pair).problems);
		const what = failed ? `failed (${failed.event} ${failed.state})` : 'never connected';
		return {
			sentence: `The media of ${phoneName(call, analysis)} in ${callName(call)} ${what}${cause ? `: ${cause}` : ''}. Nobody hears anything.`,
			advice: cause
				? 'Let whoever wrote the description mend it.'
				: 'Something between the two lets no UDP through, or no candidate leads there: look at the candidates in both SDPs, and at STUN servers and firewalls.',
			evidence: [pair?.offer.entry, pair?.answer.entry, failed],
			...(failed ? {} : { due })
		};
	}
};

/** Whether anybody looked at more than what ICE gathers. */
function isWatched(call: Call): boolean {
	return call.marks.some((mark) => mark.kind === 'media' && mark.event !== 'ice-gathering');
}
