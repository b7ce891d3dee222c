import { SECOND } from '../../../trace/instant.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { lapse, phoneName } from '../words.ts';

/** Timers B and F, 64 × T1. */
const PATIENCE = 32 * SECOND;

export const requestUnanswered: Rule<'transaction'> = {
	id: 'request-unanswered',
	severity: 'warning',
	title: 'A request without an answer',
	fires: 'A phone’s request, but REGISTER, has no final response after 32 s, nor an INVITE any.',
	source: `RFC 3261 §17.1.1.2, §17.1.2.2 (timers B and F); ${SDK}: it has no such timers`,
	scope: 'transaction',
	check({ side, method, request, responses, final }, analysis) {
		if (side !== 'client' || request === undefined || request.entry.undelivered) return undefined;
		if (method === 'REGISTER') return undefined;
		// An INVITE that has been heard of may ring on.
		const answer = method === 'INVITE' ? responses[0] : final;
		const due = request.entry.at + PATIENCE;
		if (answer && answer.entry.at <= due) return undefined;
		const name = phoneName(request.userAgent, analysis);
		const advice =
			'The SDK waits for ever: give what sent it a time limit of your own. Look whether its socket was still alive, and whether the other side knows the call.';
		if (answer) {
			const late = lapse(answer.entry.at - request.entry.at);
			return {
				sentence: `${name} got an answer to its ${method} only after ${late}, when a SIP client gives up.`,
				advice,
				evidence: [request.entry, answer.entry]
			};
		}
		return {
			sentence: `${name} never got an answer to its ${method}.`,
			advice,
			evidence: [request.entry, ...responses.map(({ entry }) => entry)],
			due
		};
	}
};
