import { registrationState } from '../../analysis/registrations/registration-state.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Phone, RecoveryStatus } from '../../phone/phone.ts';
import { SECOND, type Instant } from '../../trace/instant.ts';
import { registrationOf } from './registration-of.ts';

/** A phone's state in a word or two; `tone` also chooses the shape beside it. */
export interface PhoneStatus {
	tone: 'good' | 'busy' | 'warning' | 'bad' | 'off';
	word: string;
	/** Seconds to the expiry of its binding, while it has one. */
	secondsLeft?: number;
}

/** A phone's own state, and once it runs, that of its registration as the trace tells it. */
export function phoneStatus(
	phone: Phone | undefined,
	trace: OpenTrace | undefined,
	now: Instant
): PhoneStatus {
	switch (phone?.state) {
		case undefined:
			return { tone: 'off', word: 'not running' };
		case 'starting':
			return { tone: 'busy', word: 'registering …' };
		case 'failed':
			return { tone: 'bad', word: phone.inUse ? 'instance in use' : 'not registered' };
		case 'disposing':
			return { tone: 'busy', word: 'unregistering …' };
		case 'moving':
			return { tone: 'busy', word: 'moving to another tab …' };
		case 'disposed':
			return { tone: 'off', word: 'disposed' };
		case 'running':
			return phone.recovery ? recovering(phone.recovery, now) : registered(phone, trace, now);
	}
}

/** Why, and when it tries next: the registration itself says no more than that it is lost. */
function recovering(recovery: RecoveryStatus, now: Instant): PhoneStatus {
	switch (recovery.phase) {
		case 'checking':
			return { tone: 'busy', word: `${recovery.cause} · checking …` };
		case 'attempting':
			return { tone: 'busy', word: `${recovery.cause} · attempt ${recovery.attempt} …` };
		case 'waiting': {
			const seconds = Math.max(0, Math.ceil((recovery.at - now) / SECOND));
			const word = `${recovery.cause} · attempt ${recovery.attempt} in ${seconds} s`;
			return { tone: 'warning', word: recovery.proxy === 'backup' ? `${word}, by backup` : word };
		}
	}
}

function registered(phone: Phone, trace: OpenTrace | undefined, now: Instant): PhoneStatus {
	const registration = registrationOf(phone, trace);
	if (!registration) return { tone: 'busy', word: 'running' };
	const { name, expiresAt, status, reason } = registrationState(registration, now);
	const secondsLeft =
		expiresAt !== undefined && expiresAt > now ? Math.ceil((expiresAt - now) / SECOND) : undefined;
	switch (name) {
		case 'registered':
		case 'refreshing':
			return { tone: 'good', word: 'registered', secondsLeft };
		case 'registering':
			return { tone: 'busy', word: 'registering …' };
		case 'refused':
			return { tone: 'bad', word: `refused: ${[status, reason].filter(Boolean).join(' ')}` };
		case 'unanswered':
			return { tone: 'bad', word: 'no answer' };
		case 'expired':
			return { tone: 'bad', word: 'expired' };
		case 'unregistered':
			return { tone: 'off', word: 'unregistered' };
		case 'refresh overdue':
		case 'socket lost':
		case 'superseded':
			return { tone: 'warning', word: name, secondsLeft };
	}
}
