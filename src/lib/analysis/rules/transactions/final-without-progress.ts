import { hasCredentials } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';

export const finalWithoutProgress: Rule<'transaction'> = {
	id: 'final-without-progress',
	severity: 'error',
	title: 'A final answer that the SDK takes for ringing',
	fires: 'The SDK’s INVITE with credentials gets a final response without 180 or 183 before it.',
	source: `${SDK}: the first answer but 100 counts as progress`,
	scope: 'transaction',
	methods: ['INVITE'],
	check({ side, request, final, responses }, analysis) {
		if (side !== 'client' || final === undefined) return undefined;
		// What comes after it is too late.
		const first = responses.find(({ head }) => head.status > 100);
		if (first && first.head.status < 200) return undefined;
		if (!request || !hasCredentials(request) || request.head.toTag !== '') return undefined;
		const { status } = final.head;
		if (status === 401 || status === 407 || !isSdk(request)) return undefined;
		const late = responses.find(
			({ head, entry }) => head.status < 200 && entry.seq > final.entry.seq
		);
		const then = late ? `the ${messageName(late)} after it for a refusal` : 'call() never settles';
		return {
			sentence: `${phoneName(request.userAgent, analysis)} got ${messageName(final)} to its call before any 18x: the SDK takes it for ringing, and ${then}.`,
			advice:
				'Let the server send 180 or 183 before each final answer. In the app, give call() a time limit of your own, and drop the session after it.',
			evidence: [request.entry, final.entry, late?.entry]
		};
	}
};
