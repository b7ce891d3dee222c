import type { Rule } from '../rule.ts';
import { isSdk } from '../sdk.ts';
import { callName, cut, phoneName } from '../words.ts';
import { isAboutCallee, refusalOf } from './refusal.ts';

export const callFailed: Rule<'call'> = {
	id: 'call-failed',
	severity: 'error',
	title: 'A call that failed on its way',
	fires:
		'An outbound call ends with 300 or more that does not tell of the callee, nor of a wrong password; of the SDK, after 18x.',
	source: 'RFC 3261 §21',
	scope: 'call',
	check(call, analysis) {
		if (call.outcome !== 'failed' || call.direction !== 'outbound') return undefined;
		const { status = 0, reason = '' } = call.failure ?? {};
		if (isAboutCallee(status) || status === 401 || status === 407) return undefined;
		const refusal = refusalOf(call);
		const request = refusal?.transaction?.request;
		if (refusal === undefined || request === undefined) return undefined;
		// Without 18x the SDK has more trouble than that, which other rules tell.
		if (call.ringingAt === undefined && isSdk(request)) return undefined;
		return {
			sentence: `The call ${callName(call)} of ${phoneName(call, analysis)} failed: ${status} ${cut(reason)}.`,
			advice: adviceFor(status),
			evidence: [request.entry, refusal.entry]
		};
	}
};

function adviceFor(status: number): string {
	if (status === 403)
		return 'The account may not call there: look at its permissions, its calling plan and the caller id.';
	if (status === 408)
		return 'Nobody on the way answered in time: try again, and look whether it is one destination alone.';
	if (status === 488 || status === 606)
		return 'The other side cannot talk with what was offered: look at the codecs and the transport in the INVITE’s SDP.';
	if (status >= 500)
		return 'A server on the way has trouble: try again a little later. Where it goes on, give RingCentral the Call-ID and the time.';
	return 'Look at the response: its reason, Warning and Reason fields say more.';
}
