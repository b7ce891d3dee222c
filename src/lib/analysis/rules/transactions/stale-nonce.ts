import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';
import { refusedCredentials } from './refused-credentials.ts';

export const staleNonce: Rule<'transaction'> = {
	id: 'stale-nonce',
	severity: 'error',
	title: 'Credentials for a nonce of the past',
	fires:
		'Credentials are answered 401 or 407 with stale=true, or were made for another nonce than the challenge’s, and no further try follows.',
	source: `RFC 7616 §3.3; ${SDK}: it tries once`,
	scope: 'transaction',
	check(transaction, analysis) {
		const refused = refusedCredentials(transaction);
		if (refused?.kind !== 'stale nonce' || transaction.retriedBy) return undefined;
		const { request, refusal, evidence } = refused;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} was refused with ${messageName(refusal)} because its credentials were for a nonce that no longer counts; the password may well be right.`,
			advice:
				'Try again: the SDK answers one challenge and then gives up. Where it happens often, something holds back the answers, or several servers do not share their nonces.',
			evidence
		};
	}
};
