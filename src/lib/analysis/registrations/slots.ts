import { EXPIRES_SECONDS, SLOTS_PER_EXTENSION } from '../../ringcentral/limits.ts';
import { SECOND, type Instant } from '../../trace/instant.ts';
import { latestSuccess } from './attempts-at.ts';
import { heldSince } from './held-since.ts';
import { type ListedBinding, type Listing, listingAt } from './listing.ts';
import { isBinding } from './registration-attempt.ts';
import { registrationState, type RegistrationState } from './registration-state.ts';
import type { Registration } from './registration.ts';

/** One of the live instances that the edge counts for an extension. */
export interface RegistrationSlot {
	instance?: string;
	contact?: string;
	/** Since when it has been held without a gap, as far as the trace tells. */
	since: Instant;
	expiresAt: Instant;
	/** Absent for a device that only the registrar tells of. */
	registration?: Registration;
	state?: RegistrationState;
	/** The answer that tells of a device without a REGISTER in the trace. */
	toldBy?: number;
	/** Registrations of the same instance, whose phones no longer ring; they take no slot. */
	superseded: Registration[];
}

export interface Slots {
	taken: RegistrationSlot[];
	/**
	 * Held by devices whose time, as it was listed last, is over. Whether they refreshed it since, only
	 * the next list can tell.
	 */
	unconfirmed: RegistrationSlot[];
	free: number;
	/** When the first of those taken frees if it is not refreshed. */
	nextFreesAt?: Instant;
}

/** Who takes the slots of an address-of-record at an instant. */
export function slotsOf(
	registrations: readonly Registration[],
	addressOfRecord: string,
	now: Instant
): Slots {
	const own = registrations.filter(
		(one) => one.addressOfRecord === addressOfRecord && hasBegun(one, now)
	);
	const instances = [...new Set(own.map(({ competitors }) => competitors))];
	const devices = otherDevices(own, now);
	const taken = [
		...instances.flatMap((competitors) => slotOf(competitors, now) ?? []),
		...devices.filter(({ expiresAt }) => expiresAt > now)
	];
	const unconfirmed = devices.filter(({ expiresAt }) => expiresAt <= now);
	const free = Math.max(0, SLOTS_PER_EXTENSION - taken.length - unconfirmed.length);
	const nextFreesAt =
		taken.length === 0 ? undefined : Math.min(...taken.map(({ expiresAt }) => expiresAt));
	return { taken, unconfirmed, free, nextFreesAt };
}

/** Whether anything of it had been seen by an instant. */
export function hasBegun({ messages }: Registration, now: Instant): boolean {
	return (messages[0]?.entry.at ?? Infinity) <= now;
}

interface Standing {
	registration: Registration;
	state: RegistrationState;
}

/** The slot of one instance: the phone that registered it last has it. */
function slotOf(competitors: readonly Registration[], now: Instant): RegistrationSlot | undefined {
	const standings = competitors
		.filter((registration) => hasBegun(registration, now))
		.map((registration) => ({ registration, state: registrationState(registration, now) }));
	const isSuperseded = ({ state }: Standing) => state.name === 'superseded';
	const older = standings.filter(isSuperseded);
	const superseded = older.map(({ registration }) => registration);
	const holder = standings.find((one) => !isSuperseded(one) && holdsSlot(one.state, now));
	if (holder) return { ...ownSlot(holder, now), superseded };
	return strangerSlot(competitors, older, now, superseded);
}

function holdsSlot({ name, expiresAt }: RegistrationState, now: Instant): boolean {
	return name !== 'unregistered' && expiresAt !== undefined && expiresAt > now;
}

function ownSlot({ registration, state }: Standing, now: Instant) {
	const granted = latestSuccess(registration, now, isBinding);
	return {
		instance: registration.instance,
		contact: state.contact,
		since: granted ? heldSince(registration.attempts, granted) : state.since,
		expiresAt: state.expiresAt ?? now,
		registration,
		state
	};
}

/**
 * The registrar said that another connection has the instance, which is not in the trace. It lives for
 * as long as a registration lasts at most; whether it is refreshed, nobody tells.
 */
function strangerSlot(
	competitors: readonly Registration[],
	older: readonly Standing[],
	now: Instant,
	superseded: Registration[]
): RegistrationSlot | undefined {
	const told = older.find(({ state }) => state.status !== undefined && state.status >= 300);
	if (told === undefined) return undefined;
	const { state, registration } = told;
	const byKnown = competitors.some(
		(one) => one !== registration && holdsSlot(registrationState(one, state.since), state.since)
	);
	if (byKnown) return undefined;
	const expiresAt = state.since + EXPIRES_SECONDS * SECOND;
	if (expiresAt <= now) return undefined;
	const { instance } = registration;
	return { instance, since: state.since, expiresAt, toldBy: state.evidence.at(-1), superseded };
}

/** Devices that the trace has no REGISTER of, by what the registrar listed last. */
function otherDevices(own: readonly Registration[], now: Instant): RegistrationSlot[] {
	const listing = listingAt(own, now);
	if (listing === undefined) return [];
	return listing.bindings
		.filter(({ registrations, expiresAt, expiresSeconds }) => {
			const hasRefreshed = expiresAt + expiresSeconds * SECOND;
			return registrations.length === 0 && hasRefreshed > now;
		})
		.map((binding) => deviceSlot(binding, listing));
}

function deviceSlot(
	{ uri, instance, expiresAt }: ListedBinding,
	{ attempt }: Listing
): RegistrationSlot {
	const { answeredAt, final } = attempt;
	const toldBy = final?.entry.seq;
	return { instance, contact: uri, since: answeredAt, expiresAt, toldBy, superseded: [] };
}
