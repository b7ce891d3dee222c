import { SECOND } from '../../../trace/instant.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, lapse, phoneName } from '../words.ts';
import { isToldElsewhere, proofOf } from './registration-words.ts';

export const refreshRefused: Rule<'attempt'> = {
	id: 'refresh-refused',
	severity: 'error',
	title: 'A refresh that was refused without the app knowing',
	fires: 'A REGISTER that is to renew a binding ends with 300 or more.',
	source: `RFC 3261 §10.2.4; ${SDK}: nobody waits for the refresh, and none follows`,
	scope: 'attempt',
	check(attempt, analysis) {
		const { status = 0, messages, answeredAt, next } = attempt;
		if (status < 300 || attempt.kind !== 'refresh' || isToldElsewhere(attempt)) return undefined;
		const registration = messages[0]?.registration;
		if (registration === undefined || answeredAt === undefined) return undefined;
		const again =
			next === undefined
				? 'the SDK does not try again'
				: `another try began ${lapse(Math.max(0, next.startedAt - answeredAt))} later`;
		return {
			sentence: `${phoneName(registration, analysis)} could not renew its registration: ${status} ${cut(attempt.reason ?? '')}; ${again}.`,
			advice: `No event tells the app: watch for the rejection that nobody catches, or compare the time since the last 200 with the expiry, and start() again. Without that, the phone stops ringing within ${lapse(attempt.askedSeconds * SECOND)}.`,
			evidence: [...proofOf(attempt), next?.messages[0]?.entry]
		};
	}
};
