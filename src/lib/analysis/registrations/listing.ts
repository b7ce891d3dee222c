import { SECOND, type Instant } from '../../trace/instant.ts';
import { type Answered, latestSuccess } from './attempts-at.ts';
import { isGranted } from './registration-attempt.ts';
import { registrationState } from './registration-state.ts';
import type { Binding, Registration, RegistrationAttempt } from './registration.ts';

/** The bindings of an address-of-record as a 2xx listed them (RFC 3261 §10.3). */
export interface Listing {
	readonly attempt: Answered;
	readonly bindings: readonly ListedBinding[];
	/** Whether it lists all there are. RingCentral's edge tells each phone of its own contact alone. */
	readonly complete: boolean;
}

export interface ListedBinding {
	readonly uri: string;
	readonly instance?: string;
	readonly expiresSeconds: number;
	readonly expiresAt: Instant;
	/** Absent for a device that the trace has no REGISTER of. */
	readonly registrations: readonly Registration[];
}

/** What a registrar listed last until an instant, by the registrations of one address-of-record. */
export function listingAt(own: readonly Registration[], now: Instant): Listing | undefined {
	const attempt = own
		.flatMap((registration) => latestSuccess(registration, now, lists) ?? [])
		.reduce<Answered | undefined>(later, undefined);
	if (attempt === undefined) return undefined;
	const bindings = attempt.bindings.map((binding) => ({
		...binding,
		expiresAt: attempt.answeredAt + binding.expiresSeconds * SECOND,
		registrations: own.filter((registration) => isOf(binding, registration))
	}));
	return { attempt, bindings, complete: isComplete(attempt, bindings, own) };
}

function lists(attempt: RegistrationAttempt): boolean {
	return attempt.kind === 'fetch' || isGranted(attempt);
}

function later(one: Answered | undefined, other: Answered): Answered {
	return one && one.answeredAt > other.answeredAt ? one : other;
}

/** A list of one's own contact alone is all there is only where nobody else was bound by then. */
function isComplete(
	{ kind, answeredAt, request }: Answered,
	bindings: readonly ListedBinding[],
	own: readonly Registration[]
): boolean {
	if (kind === 'fetch' || bindings.length > 1) return true;
	const competitors = request.registration?.competitors ?? [];
	return !own.some((one) => !competitors.includes(one) && isBoundAt(one, answeredAt));
}

function isBoundAt(registration: Registration, now: Instant): boolean {
	const { name, expiresAt } = registrationState(registration, now);
	return name !== 'unregistered' && expiresAt !== undefined && expiresAt > now;
}

/** All phones of a page share one Contact URI: only without an instance does it tell. */
function isOf({ uri, instance }: Binding, { instance: own, contact }: Registration): boolean {
	return instance === undefined ? contact === uri : instance === own;
}
