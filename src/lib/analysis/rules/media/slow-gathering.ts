import { MILLISECOND } from '../../../trace/instant.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { lapse, messageName, phoneName } from '../words.ts';
import { statesOf } from './media-marks.ts';

/** The SDK waits 2 s; a timer may be a little early beside another clock. */
const WAITED = 1_900 * MILLISECOND;

export const slowGathering: Rule<'call'> = {
	id: 'slow-gathering',
	severity: 'warning',
	title: 'A call that waited for ICE candidates',
	fires:
		'An INVITE or its 200 is sent 1.9 s or more after ICE began to gather, which has not ended by then.',
	source: `${SDK}: it waits up to 2 s for the last candidate`,
	scope: 'call',
	check(call, analysis) {
		if (call.marks.length === 0) return undefined;
		const description = call.messages.find(isDescription);
		const [begun] = statesOf(call, 'ice-gathering', 'gathering');
		if (description === undefined || begun === undefined) return undefined;
		const waited = description.entry.at - begun.at;
		if (waited < WAITED || begun.seq > description.entry.seq) return undefined;
		const complete = statesOf(call, 'ice-gathering', 'complete');
		if (complete.some(({ seq }) => seq < description.entry.seq)) return undefined;
		return {
			sentence: `${phoneName(call, analysis)} sent its ${messageName(description)} only after ${lapse(waited)}: ICE was still gathering candidates, and the SDK waited.`,
			advice:
				'A STUN server that does not answer, or a network interface that leads nowhere (a VPN, a virtual machine), holds it up: look at sipInfo.stunServers and try without.',
			evidence: [begun, description.entry]
		};
	}
};

/** The first description that the phone sent. */
function isDescription({ entry, content, head }: SeenMessage): boolean {
	return entry.direction === 'sent' && head.method === 'INVITE' && content?.sdp !== undefined;
}
