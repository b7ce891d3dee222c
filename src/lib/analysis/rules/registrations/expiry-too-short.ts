import { REFRESH_LEAD_SECONDS } from '../../../ringcentral/limits.ts';
import { isGranted } from '../../registrations/registration-attempt.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';
import { proofOf } from './registration-words.ts';

export const expiryTooShort: Rule<'attempt'> = {
	id: 'expiry-too-short',
	severity: 'warning',
	title: 'An expiry that makes the SDK register without end',
	fires: `The registrar grants ${REFRESH_LEAD_SECONDS} s or less.`,
	source: `${SDK}: it refreshes ${REFRESH_LEAD_SECONDS} s before the end`,
	scope: 'attempt',
	check(attempt, analysis) {
		const { grantedSeconds, messages } = attempt;
		if (grantedSeconds === undefined || grantedSeconds > REFRESH_LEAD_SECONDS) return undefined;
		const [first] = messages;
		if (!isGranted(attempt) || first?.registration === undefined || !isSdk(first)) return undefined;
		return {
			sentence: `${phoneName(first.registration, analysis)} was granted ${grantedSeconds} s: the SDK renews ${REFRESH_LEAD_SECONDS} s before the end, which is at once, and so without end.`,
			advice:
				'Let the registrar grant more, 60 s as the SDK asks for. Where it lists several contacts, it must list this phone’s with its own expires.',
			evidence: proofOf(attempt)
		};
	}
};
