import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';
import { adviceFor, isToldElsewhere, proofOf } from './registration-words.ts';

export const registrationRefused: Rule<'attempt'> = {
	id: 'registration-refused',
	severity: 'error',
	title: 'A registration that was refused',
	fires:
		'The first REGISTER of a connection ends with 300 or more; wrong passwords and full slots are told by rules of their own.',
	source: `RFC 3261 §10.2; ${SDK}: start() throws and leaves the socket open`,
	scope: 'attempt',
	check(attempt, analysis) {
		const { status = 0, messages } = attempt;
		if (status < 300 || attempt.kind !== 'register' || isToldElsewhere(attempt)) return undefined;
		const registration = messages[0]?.registration;
		if (registration === undefined) return undefined;
		return {
			sentence: `${phoneName(registration, analysis)} could not register: ${status} ${cut(attempt.reason ?? '')}.`,
			advice: adviceFor(status),
			evidence: proofOf(attempt)
		};
	}
};
