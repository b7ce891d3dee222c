import { hasCredentials } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';

export const unchallengedCall: Rule<'transaction'> = {
	id: 'unchallenged-call',
	severity: 'error',
	title: 'A call that stays behind as a ghost',
	fires: 'The first answer to the SDK’s INVITE without credentials, but 100, is not 407.',
	source: `${SDK}: call() expects a challenge, and returns at 403`,
	scope: 'transaction',
	methods: ['INVITE'],
	check({ side, request, responses }, analysis) {
		if (side !== 'client' || request === undefined) return undefined;
		const first = responses.find(({ head }) => head.status > 100);
		if (first === undefined || first.head.status === 407) return undefined;
		if (request.head.toTag !== '' || hasCredentials(request) || !isSdk(request)) return undefined;
		const forbidden = first.head.status === 403;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} got ${messageName(first)} to an INVITE where the SDK expects a challenge: call() ${forbidden ? 'returns as if nothing were wrong' : 'throws'}, and the session stays in callSessions.`,
			advice: `${forbidden ? 'Register the phone before it calls: who is not registered may not. ' : ''}Take the session out of callSessions by hand: dispose() would fail on it before it unregisters.`,
			evidence: [request.entry, first.entry]
		};
	}
};
