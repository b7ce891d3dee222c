import type { Rule } from '../rule.ts';
import { callName, cut, phoneName } from '../words.ts';
import { isAboutCallee, refusalOf } from './refusal.ts';

export const calleeRefused: Rule<'call'> = {
	id: 'callee-refused',
	severity: 'info',
	title: 'The other side did not take the call',
	fires: 'An outbound call ends with 404, 410, 480, 484, 486, 600, 603 or 604.',
	source: 'RFC 3261 §21.4, §21.6',
	scope: 'call',
	check(call, analysis) {
		if (call.outcome !== 'failed' || call.direction !== 'outbound') return undefined;
		const { status = 0, reason = '' } = call.failure ?? {};
		const refusal = refusalOf(call);
		if (!isAboutCallee(status) || refusal === undefined) return undefined;
		return {
			sentence: `The call ${callName(call)} of ${phoneName(call, analysis)} was not taken: ${status} ${cut(reason)}, ${MEANINGS[status] ?? 'refused'}.`,
			advice:
				'Nothing is wrong with the phone. Tell the person what the status says: the SDK passes it on with its “failed” event.',
			evidence: [refusal.transaction?.request?.entry, refusal.entry]
		};
	}
};

const MEANINGS: Readonly<Record<number, string>> = {
	404: 'there is no such number',
	410: 'the number is no longer in use',
	480: 'nobody can be reached there now',
	484: 'the number is not complete',
	486: 'the line is busy',
	600: 'all lines are busy',
	603: 'declined',
	604: 'there is no such number anywhere'
};
