import type { Rule } from '../rule.ts';
import { cut, messageName, phoneName } from '../words.ts';
import { refusedCredentials } from './refused-credentials.ts';

export const wrongPassword: Rule<'transaction'> = {
	id: 'wrong-password',
	severity: 'error',
	title: 'Wrong password or user name',
	fires:
		'Credentials for the nonce and the realm of the challenge are answered 401 or 407, without stale=true.',
	source: 'RFC 3261 §22.2; RFC 7616 §3.3',
	scope: 'transaction',
	check(transaction, analysis) {
		const refused = refusedCredentials(transaction);
		if (refused?.kind !== 'refused credentials' || refused.realm !== refused.realmWanted)
			return undefined;
		const { request, refusal, username, evidence } = refused;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} answered the challenge to its ${request.head.method}, and was refused again with ${messageName(refusal)}: the password or the user name ${cut(username)} is wrong.`,
			advice:
				'Ask RingCentral for a new sipInfo (client-info/sip-provision) and start the phone with it: its authorizationId and password belong together.',
			evidence
		};
	}
};
