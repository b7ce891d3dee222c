import { SECOND } from '../../../trace/instant.ts';
import { openedAfter } from '../connections/same-phone.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { callName, lapse, phoneName } from '../words.ts';
import { answerOf } from './answer.ts';

const PATIENCE = 10 * SECOND;

export const callCutOff: Rule<'call'> = {
	id: 'call-cut-off',
	severity: 'error',
	title: 'A call whose socket was lost',
	fires:
		'The socket that carries an answered call closes, and 10 s later nothing of the call was seen on another.',
	source: `RFC 5626 §4.4; ${SDK}: calls outlive their socket only by start() and reInvite()`,
	scope: 'call',
	check(call, analysis) {
		if (call.answeredAt === undefined || call.state === 'ended') return undefined;
		const connection = call.messages.at(-1)?.connection;
		const { closedAt, closedBy, closeCode } = connection ?? {};
		if (connection === undefined || closedAt === undefined || closedBy === undefined)
			return undefined;
		const next = openedAfter(connection, analysis);
		const since =
			next?.openedAt === undefined
				? 'it has no other since'
				: `it had another ${lapse(Math.max(0, next.openedAt - closedAt))} later, but never sent a re-INVITE on it`;
		const up = lapse(Math.max(0, closedAt - call.answeredAt));
		return {
			sentence: `${phoneName(call, analysis)} lost its connection (code ${closeCode ?? 'unknown'}) when the call ${callName(call)} was up for ${up}; ${since}.`,
			advice:
				'Sound may go on, but the call can no longer be held, transferred or hung up, and its end is not heard of. When the socket closes, start() again, then reInvite() every session that is answered.',
			evidence: [
				answerOf(call)?.entry,
				{ seq: closedBy, at: closedAt },
				next?.openedAt === undefined ? undefined : { seq: next.firstSeq, at: next.openedAt }
			],
			due: closedAt + PATIENCE
		};
	}
};
