import type { Rule } from '../rule.ts';
import { cut, phoneName } from '../words.ts';
import { refusedCredentials } from './refused-credentials.ts';

export const wrongRealm: Rule<'transaction'> = {
	id: 'wrong-realm',
	severity: 'error',
	title: 'Credentials for another realm',
	fires: 'Credentials with another realm than the challenge’s are answered 401 or 407.',
	source: 'RFC 3261 §22.1; ringcentral-web-phone 2.5.4: the realm is always sipInfo.domain',
	scope: 'transaction',
	check(transaction, analysis) {
		const refused = refusedCredentials(transaction);
		if (refused === undefined || refused.stale) return undefined;
		const { request, refusal, credentials, challenge, renewed } = refused;
		const wanted = (challenge ?? renewed).parameters.get('realm') ?? '';
		const given = credentials.parameters.get('realm') ?? '';
		if (wanted === given) return undefined;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} gave credentials for ${cut(given) || 'no realm'} where ${cut(wanted) || 'none'} was asked for, and was refused with ${refusal.head.status}.`,
			advice:
				'The SDK takes the realm from sipInfo.domain, whatever the server asks for: set the domain to that realm.',
			evidence: [transaction.challengedBy?.final?.entry, request.entry, refusal.entry]
		};
	}
};
