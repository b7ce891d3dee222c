import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';
import { refusedCredentials } from './refused-credentials.ts';

export const wrongRealm: Rule<'transaction'> = {
	id: 'wrong-realm',
	severity: 'error',
	title: 'Credentials for another realm',
	fires: 'Credentials with another realm than the challenge’s are answered 401 or 407.',
	source: `RFC 3261 §22.1; ${SDK}: the realm is always sipInfo.domain`,
	scope: 'transaction',
	check(transaction, analysis) {
		const refused = refusedCredentials(transaction);
		if (refused?.kind !== 'refused credentials' || refused.realm === refused.realmWanted)
			return undefined;
		const { request, refusal, realm, realmWanted, evidence } = refused;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} gave credentials for ${cut(realm) || 'no realm'} where ${cut(realmWanted) || 'none'} was asked for, and was refused with ${refusal.head.status}.`,
			advice:
				'The SDK takes the realm from sipInfo.domain, whatever the server asks for: set the domain to that realm.',
			evidence
		};
	}
};
