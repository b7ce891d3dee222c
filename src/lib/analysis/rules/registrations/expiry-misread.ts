import { isGranted } from '../../registrations/registration-attempt.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';
import { expiryReadBySdk } from './read-by-sdk.ts';
import { proofOf } from './registration-words.ts';

export const expiryMisread: Rule<'attempt'> = {
	id: 'expiry-misread',
	severity: 'warning',
	title: 'An expiry that the SDK reads from another phone’s contact',
	fires:
		'A 200 lists several contacts, and the first expires of its last Contact field is longer than this phone’s.',
	source: `RFC 3261 §10.3: a 200 lists all bindings; ${SDK}: it takes the first expires it finds`,
	scope: 'attempt',
	check(attempt, analysis) {
		const { bindings, grantedSeconds, messages, status } = attempt;
		if (bindings.length < 2 || grantedSeconds === undefined || !isGranted(attempt))
			return undefined;
		const [first] = messages;
		const answer = messages.findLast(({ head }) => head.status === status);
		if (first?.registration === undefined || answer === undefined || !isSdk(first))
			return undefined;
		const read = expiryReadBySdk(answer);
		if (read === undefined || read <= grantedSeconds) return undefined;
		return {
			sentence: `${phoneName(first.registration, analysis)} was granted ${grantedSeconds} s, but the SDK reads the ${read} s of another contact, and will renew too late.`,
			advice:
				'Let the registrar list the contact of the phone that registers last, or alone. Until then, start() again before its own time is over.',
			evidence: proofOf(attempt)
		};
	}
};
