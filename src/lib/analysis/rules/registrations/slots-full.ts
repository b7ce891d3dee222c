import { extensionOf } from '../../../ringcentral/extension.ts';
import { SLOTS_PER_EXTENSION } from '../../../ringcentral/limits.ts';
import { parseUri } from '../../../sip/uri.ts';
import { type Instant, SECOND } from '../../../trace/instant.ts';
import type { Analysis } from '../../analysis.ts';
import { hasSucceeded, isGranted } from '../../registrations/registration-attempt.ts';
import type { Registration, RegistrationAttempt } from '../../registrations/registration.ts';
import type { Rule } from '../rule.ts';
import { cut, lapse, listOf, phoneName } from '../words.ts';

export const slotsFull: Rule<'attempt'> = {
	id: 'slots-full',
	severity: 'error',
	title: 'All five slots are taken',
	fires: 'A REGISTER is refused with 603 Too Many Contacts.',
	source: 'RingCentral: five instances per extension',
	scope: 'attempt',
	check(attempt, analysis) {
		const { status, messages, answeredAt } = attempt;
		if (status !== 603) return undefined;
		const { reason = '' } = attempt;
		const registration = messages[0]?.registration;
		if (!/contacts/i.test(reason)) return undefined;
		if (registration === undefined || answeredAt === undefined) return undefined;
		const refusal = messages.findLast(({ head }) => head.status === status);
		const holders = holdersAt(refusal?.entry.seq ?? 0, answeredAt, registration, analysis);
		const name = phoneName(registration, analysis);
		return {
			sentence: `${name} was refused with ${status} ${cut(reason)}: all five slots of ${extensionName(registration)} were taken${byWhom(holders, analysis)}.`,
			advice: `Dispose of a phone that is not needed, and give each phone one instance id for good: a new id takes another slot at every reload.${firstFree(holders, answeredAt)}`,
			evidence: [
				...holders.map((holder) => holder.attempt.final?.entry),
				messages[0]?.entry,
				refusal?.entry
			]
		};
	}
};

interface Holder {
	registration: Registration;
	attempt: RegistrationAttempt;
	expiresAt: Instant;
}

/** Who was known to hold a slot before an entry; by order, so that nothing seen later changes it. */
function holdersAt(
	seq: number,
	at: Instant,
	{ addressOfRecord, competitors }: Registration,
	{ registrations }: Analysis
): Holder[] {
	return registrations
		.filter((one) => one.addressOfRecord === addressOfRecord && one.competitors !== competitors)
		.flatMap((registration): Holder[] => {
			const attempt = registration.attempts.findLast(
				(one) => hasSucceeded(one) && (one.final?.entry.seq ?? Infinity) < seq
			);
			if (attempt?.answeredAt === undefined || !isGranted(attempt)) return [];
			const seconds = attempt.grantedSeconds ?? attempt.askedSeconds;
			const expiresAt = attempt.answeredAt + seconds * SECOND;
			return expiresAt > at ? [{ registration, attempt, expiresAt }] : [];
		});
}

function byWhom(holders: readonly Holder[], analysis: Analysis): string {
	const names = [...new Set(holders.map(({ registration }) => phoneName(registration, analysis)))];
	const others = SLOTS_PER_EXTENSION - holders.length;
	if (names.length === 0) return ', by phones that this trace does not show';
	if (others > 0) names.push(`${others} that this trace does not show`);
	return `, by ${listOf(names)}`;
}

function firstFree(holders: readonly Holder[], at: Instant): string {
	if (holders.length === 0) return '';
	const first = Math.min(...holders.map(({ expiresAt }) => expiresAt));
	return ` Of those shown, the first slot was to free ${lapse(first - at)} later, unless refreshed.`;
}

function extensionName({ addressOfRecord }: Registration): string {
	const user = parseUri(addressOfRecord)?.user ?? addressOfRecord;
	return cut(extensionOf(user) ?? user);
}
