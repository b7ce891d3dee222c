import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';
import { outstandingAt } from './outstanding.ts';

/** RingCentral's edge counts its own requests from above 200 million: none of those is looked at. */
const SDK_COUNTS_BELOW = 1_000_000;

export const cseqCollision: Rule<'message'> = {
	id: 'cseq-collision',
	severity: 'error',
	title: 'A request that the SDK takes for an answer',
	fires: 'A request comes with the CSeq number of a request of the SDK’s that is not answered yet.',
	source: `${SDK}: it finds the answer by the number alone; RFC 3261 §12.2.1.1: each side counts for itself`,
	scope: 'message',
	check(message, analysis) {
		const { head, entry, userAgent } = message;
		if (head.kind !== 'request' || entry.direction !== 'received') return undefined;
		if (head.cseq < 0 || head.cseq >= SDK_COUNTS_BELOW) return undefined;
		const asked = outstandingAt(message, analysis, head.cseq);
		if (asked === undefined || !isSdk(asked)) return undefined;
		return {
			sentence: `${phoneName(userAgent, analysis)} received ${messageName(message)} with the CSeq number ${head.cseq} of its own ${messageName(asked)}, which had no answer yet: the SDK takes it for the answer.`,
			advice:
				'Both sides may use the same numbers, so it can happen again: start the server’s CSeq numbers far from the SDK’s, which begin below 10000.',
			evidence: [asked.entry, entry]
		};
	}
};
