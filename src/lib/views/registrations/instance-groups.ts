import type { Analysis } from '../../analysis/analysis.ts';
import {
	registrationState,
	type RegistrationState
} from '../../analysis/registrations/registration-state.ts';
import type { Registration } from '../../analysis/registrations/registration.ts';
import { slotsOf, type RegistrationSlot } from '../../analysis/registrations/slots.ts';
import { extensionOf } from '../../ringcentral/extension.ts';
import { SLOTS_PER_EXTENSION } from '../../ringcentral/limits.ts';
import { parseUri } from '../../sip/uri.ts';
import type { Instant } from '../../trace/instant.ts';

/** One instance of an address-of-record, as the trace tells of it. */
export interface InstanceRow {
	key: string;
	/** The phone's name; where phones share it, with the beginning of the instance. */
	name: string;
	instance?: string;
	contact?: string;
	/** When its binding ends. */
	expiresAt?: Instant;
	/** Both absent for a device that only the registrar's list of Contacts tells of. */
	registration?: Registration;
	state?: RegistrationState;
}

/** An address-of-record with its five slots. */
export interface InstanceGroup {
	addressOfRecord: string;
	/** `101`, or the whole user name. */
	extension: string;
	/** Taking a slot, in the order in which they were first seen. */
	taken: InstanceRow[];
	/** Refused, expired, unregistered or superseded. */
	others: InstanceRow[];
	free: number;
	slots: number;
	nextFreesAt?: Instant;
}

/** Who is registered, or was, at an instant; one group per address-of-record. */
export function groupsOf(analysis: Analysis, now: Instant): InstanceGroup[] {
	const { registrations } = analysis;
	const addresses = new Set(registrations.map(({ addressOfRecord }) => addressOfRecord));
	return [...addresses].map((addressOfRecord) => {
		const { taken, free, nextFreesAt } = slotsOf(registrations, addressOfRecord, now);
		const holders = new Set(taken.map(({ registration }) => registration));
		const others = registrations
			.filter((one) => one.addressOfRecord === addressOfRecord && !holders.has(one))
			.map((one) => rowOf(one, registrationState(one, now), analysis));
		return {
			addressOfRecord,
			extension: shortName(addressOfRecord),
			taken: taken.map((slot) => slotRow(slot, analysis)),
			others,
			free,
			slots: SLOTS_PER_EXTENSION,
			nextFreesAt
		};
	});
}

function slotRow(slot: RegistrationSlot, analysis: Analysis): InstanceRow {
	const { registration, state, instance, contact, expiresAt } = slot;
	if (registration && state) return rowOf(registration, state, analysis);
	return { key: `${instance} ${contact}`, name: 'Another device', instance, contact, expiresAt };
}

function rowOf(
	registration: Registration,
	state: RegistrationState,
	analysis: Analysis
): InstanceRow {
	const { id, instance, contact } = registration;
	return {
		key: id,
		name: nameOf(registration, analysis),
		instance,
		contact: state.contact ?? contact,
		expiresAt: state.expiresAt,
		registration,
		state
	};
}

function nameOf({ phone, instance }: Registration, { phones, registrations }: Analysis): string {
	const known = phone === undefined ? undefined : phones.get(phone)?.name;
	const short = instance?.slice(0, 8) ?? '';
	if (known === undefined) return instance ? `Instance ${short}` : 'No instance';
	const alone = registrations.filter((one) => one.phone === phone).length === 1;
	return alone || !instance ? known : `${known} · ${short}`;
}

function shortName(addressOfRecord: string): string {
	const user = parseUri(addressOfRecord)?.user;
	return user === undefined ? addressOfRecord : (extensionOf(user) ?? user);
}
