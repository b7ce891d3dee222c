import { isGranted } from '../../registrations/registration-attempt.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';
import { expiryReadBySdk, hasPlainExpiry } from './read-by-sdk.ts';
import { proofOf } from './registration-words.ts';

export const expiryUnreadable: Rule<'attempt'> = {
	id: 'expiry-unreadable',
	severity: 'error',
	title: 'A registration that the SDK takes for a failure',
	fires: 'The 200 to a REGISTER of the SDK has no “;expires=” in its last Contact field.',
	source: `RFC 3261 §10.3: expires, or an Expires field; ${SDK}: it reads the first alone`,
	scope: 'attempt',
	check(attempt, analysis) {
		if (!isGranted(attempt)) return undefined;
		const { messages, status } = attempt;
		const answer = messages.findLast(({ head }) => head.status === status);
		if (answer === undefined || (hasPlainExpiry(answer) && attempt.bindings.length < 2))
			return undefined;
		const [first] = messages;
		if (expiryReadBySdk(answer) !== undefined || first?.registration === undefined)
			return undefined;
		if (!isSdk(first)) return undefined;
		return {
			sentence: `${phoneName(first.registration, analysis)} was registered, but the 200 names no expiry in its Contact: the SDK takes it for a failure, ${attempt.kind === 'refresh' ? '' : 'start() throws, '}and no refresh follows.`,
			advice:
				'Let the registrar write ;expires=60 behind the contact. The phone can be called until then, and no longer.',
			evidence: proofOf(attempt)
		};
	}
};
