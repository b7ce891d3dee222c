import type { Instant } from '../../trace/instant.ts';
import { NONE } from '../few.ts';
import type { Registration } from './registration.ts';
import { registrationState, type RegistrationState } from './registration-state.ts';

/**
 * What a phone believes of its registration, by its own attempts and their answers alone: it cannot know
 * that another phone took its instance, or removed all bindings.
 */
export function believedState(registration: Registration, now: Instant): RegistrationState {
	const { attempts, inOrder, contact } = registration;
	return registrationState({ attempts, inOrder, contact, competitors: NONE, removals: NONE }, now);
}

/** Whether a phone in that state counts on being rung. */
export function countsOnBinding({ name }: RegistrationState): boolean {
	return name === 'registered' || name === 'refreshing' || name === 'refresh overdue';
}
