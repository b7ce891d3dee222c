import { SECOND, type Instant } from '../../trace/instant.ts';
import { SLOTS_PER_EXTENSION } from '../../ringcentral/limits.ts';
import { hasSucceeded, isGranted } from './registration-attempt.ts';
import { registrationState, type RegistrationState } from './registration-state.ts';
import type { Binding, Registration, RegistrationAttempt } from './registration.ts';

/** One of the live instances that the edge counts for an extension. */
export interface RegistrationSlot {
	instance?: string;
	contact?: string;
	expiresAt: Instant;
	/** Absent for a device that only the registrar's list of Contacts tells of. */
	registration?: Registration;
	state?: RegistrationState;
	/** Registrations of the same instance, whose phones no longer ring; they take no slot. */
	superseded: Registration[];
}

export interface Slots {
	taken: RegistrationSlot[];
	free: number;
	/** When the first of them frees if it is not refreshed. */
	nextFreesAt?: Instant;
}

/** Who takes the slots of an address-of-record at an instant. */
export function slotsOf(
	registrations: readonly Registration[],
	addressOfRecord: string,
	now: Instant
): Slots {
	const own = registrations.filter((one) => one.addressOfRecord === addressOfRecord);
	const taken = [...new Set(own.map(({ competitors }) => competitors))].flatMap(
		(competitors) => slotOf(competitors, now) ?? []
	);
	taken.push(...otherDevices(own, now));
	const nextFreesAt =
		taken.length === 0 ? undefined : Math.min(...taken.map(({ expiresAt }) => expiresAt));
	return { taken, free: Math.max(0, SLOTS_PER_EXTENSION - taken.length), nextFreesAt };
}

/** The slot of one instance: the phone that registered it last has it. */
function slotOf(competitors: readonly Registration[], now: Instant): RegistrationSlot | undefined {
	const live = competitors.flatMap((registration) => {
		const state = registrationState(registration, now);
		const { expiresAt } = state;
		return expiresAt !== undefined && expiresAt > now ? [{ registration, state, expiresAt }] : [];
	});
	const holder = live.find(({ state }) => state.name !== 'superseded') ?? live[0];
	if (holder === undefined) return undefined;
	const { registration, state, expiresAt } = holder;
	const { instance } = registration;
	const superseded = live.flatMap((one) => (one === holder ? [] : [one.registration]));
	return { instance, contact: state.contact, expiresAt, registration, state, superseded };
}

/** Devices that the trace has no REGISTER of, by what the registrar listed last. */
function otherDevices(own: readonly Registration[], now: Instant): RegistrationSlot[] {
	const listing = own
		.flatMap(({ attempts }) => attempts.findLast((attempt) => isListing(attempt, now)) ?? [])
		.reduce(later, undefined);
	if (listing?.answeredAt === undefined) return [];
	const { answeredAt, bindings } = listing;
	return bindings
		.filter((binding) => !own.some((registration) => isOf(binding, registration)))
		.map(({ uri, instance, expiresSeconds }) => ({
			instance,
			contact: uri,
			expiresAt: answeredAt + expiresSeconds * SECOND,
			superseded: []
		}))
		.filter(({ expiresAt }) => expiresAt > now);
}

function isListing(attempt: RegistrationAttempt, now: Instant): boolean {
	const lists = isGranted(attempt) || (attempt.kind === 'fetch' && hasSucceeded(attempt));
	return lists && (attempt.answeredAt ?? Infinity) <= now;
}

function later(
	one: RegistrationAttempt | undefined,
	other: RegistrationAttempt
): RegistrationAttempt {
	return one && (one.answeredAt ?? 0) > (other.answeredAt ?? 0) ? one : other;
}

/** All phones of a page share one Contact URI: only without an instance does it tell. */
function isOf({ uri, instance }: Binding, registration: Registration): boolean {
	if (instance !== undefined) return instance === registration.instance;
	return registration.attempts.some(({ contact }) => contact === uri);
}
