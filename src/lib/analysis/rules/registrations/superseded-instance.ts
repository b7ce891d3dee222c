import { isGranted } from '../../registrations/registration-attempt.ts';
import type { Registration, RegistrationAttempt } from '../../registrations/registration.ts';
import type { Rule } from '../rule.ts';
import { phoneName } from '../words.ts';
import { isIntercepted, proofOf } from './registration-words.ts';

export const supersededInstance: Rule<'registration'> = {
	id: 'superseded-instance',
	severity: 'warning',
	title: 'Another phone took over the instance',
	fires:
		'A REGISTER of another phone with the same instance is granted while the first is still connected; or the registrar says 403 … intercepted.',
	source: 'RFC 5626 §4.2, §6: one binding per instance; RingCentral: the newest rings',
	scope: 'registration',
	check(registration, analysis) {
		const last = registration.attempts.at(-1);
		const intercepted = last !== undefined && isIntercepted(last);
		if (registration.competitors.length < 2 && !intercepted) return undefined;
		const own = registration.attempts.findLast(isGranted);
		const other = own && takenOverBy(registration, own);
		if (other === undefined && !intercepted) return undefined;
		const name = phoneName(registration, analysis);
		const newcomer = other?.messages[0]?.registration;
		const by = newcomer ? `, ${phoneName(newcomer, analysis)}` : '';
		return {
			sentence: `${name} lost its instance to another phone${by}: calls ring there, not here.`,
			advice:
				'Give each phone that runs at the same time an instance id of its own. Of several tabs, let one register and the others follow it.',
			evidence: [
				...(own ? proofOf(own) : []),
				...(other ? proofOf(other) : []),
				...(intercepted ? proofOf(last) : [])
			]
		};
	}
};

/** What another phone was granted after this one, as long as this one's socket was open. */
function takenOverBy(
	registration: Registration,
	own: RegistrationAttempt
): RegistrationAttempt | undefined {
	const since = lastSeq(own);
	const { closedBy = Infinity } = own.connection ?? {};
	// Whoever has ended its registration since is not taken anything.
	if (registration.attempts.at(-1)?.kind === 'unregister') return undefined;
	return registration.competitors
		.filter((one) => one !== registration)
		.flatMap(({ attempts }) => attempts.findLast(isGranted) ?? [])
		.find((other) => lastSeq(other) > since && lastSeq(other) < closedBy);
}

function lastSeq({ messages }: RegistrationAttempt): number {
	return messages.at(-1)?.entry.seq ?? -1;
}
