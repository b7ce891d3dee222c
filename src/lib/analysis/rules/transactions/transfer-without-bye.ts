import { SECOND } from '../../../trace/instant.ts';
import type { Call } from '../../calls/call.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, lapse, phoneName } from '../words.ts';

/** What transfer() waits for the BYE, from the answer to its REFER on. */
const PATIENCE = 10 * SECOND;

export const transferWithoutBye: Rule<'transaction'> = {
	id: 'transfer-without-bye',
	severity: 'error',
	title: 'A transfer that never came to its end',
	fires: 'A REFER is accepted, and no BYE comes for the call within 10 s.',
	source: `${SDK}: transfer() gives up after 10 s`,
	scope: 'transaction',
	methods: ['REFER'],
	revisit: true,
	check({ side, request, final }, analysis) {
		if (side !== 'client' || !request || !final) return undefined;
		if (final.head.status >= 300 || request.call === undefined) return undefined;
		const due = final.entry.at + PATIENCE;
		const { endedAt } = request.call;
		if (endedAt !== undefined && endedAt <= due) return undefined;
		const target = cut(request.content?.referTo?.number ?? 'somebody');
		const begun = `${phoneName(request.userAgent, analysis)} asked to transfer the call to ${target}, which was accepted, but`;
		const advice =
			'transfer() has thrown by now, while the call may be on hold or already transferred: look at the NOTIFYs for how it went, and hang up or resume by hand.';
		const bye = byeIn(request.call);
		if (endedAt !== undefined && bye?.entry.direction === 'received') {
			return {
				sentence: `${begun} its BYE came only after ${lapse(endedAt - final.entry.at)}.`,
				advice,
				evidence: [request.entry, final.entry, bye.entry]
			};
		}
		return {
			sentence: `${begun} no BYE followed within 10 s.`,
			advice,
			evidence: [request.entry, final.entry],
			due
		};
	}
};

function byeIn({ messages }: Call): SeenMessage | undefined {
	return messages.findLast(({ head }) => head.kind === 'request' && head.method === 'BYE');
}
