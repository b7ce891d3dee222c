import { SECOND } from '../../../trace/instant.ts';
import { hasCredentials } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { callName, messageName, phoneName } from '../words.ts';

/** 64 × T1: as long as a 2xx may be repeated. */
const PATIENCE = 32 * SECOND;

export const ackMissing: Rule<'transaction'> = {
	id: 'ack-missing',
	severity: 'error',
	title: 'A 200 without its ACK',
	fires:
		'A 2xx to an INVITE has no ACK after 32 s, while the call goes on. Refusals do not count: the SDK never confirms them.',
	source: 'RFC 3261 §13.2.2.4, §13.3.1.4',
	scope: 'transaction',
	methods: ['INVITE'],
	revisit: true,
	check({ side, request, responses, final, acks }, analysis) {
		if (final === undefined || acks.length > 0) return undefined;
		if (final.head.status >= 300 || final.call === undefined) return undefined;
		const { call } = final;
		const due = final.entry.at + PATIENCE;
		if (call.endedAt !== undefined && call.endedAt <= due) return undefined;
		// The SDK does not know then that it was answered: another rule tells.
		const first = responses.find(({ head }) => head.status > 100);
		if (side === 'client' && request && hasCredentials(request) && first === final)
			return undefined;
		const name = phoneName(final.userAgent, analysis);
		return {
			sentence:
				side === 'client'
					? `${name} never sent an ACK for the ${messageName(final)} to its call ${callName(call)}.`
					: `${name} answered the call ${callName(call)} with ${messageName(final)}, and no ACK came.`,
			advice:
				'Without the ACK one side does not know that the call is up: its media may never flow, and it may end the call by itself. Hang up and call again; look whether the socket was lost just then.',
			evidence: [request?.entry, final.entry],
			due
		};
	}
};
