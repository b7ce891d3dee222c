import type { Analysis } from '../../analysis/analysis.ts';
import {
	registrationState,
	type RegistrationState
} from '../../analysis/registrations/registration-state.ts';
import type { Registration } from '../../analysis/registrations/registration.ts';
import { slotRefusalsOf, type SlotRefusal } from '../../analysis/registrations/slot-refusals.ts';
import { hasBegun, slotsOf, type RegistrationSlot } from '../../analysis/registrations/slots.ts';
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
	/** Since when it has held its slot. */
	since?: Instant;
	/** When its binding ends. */
	expiresAt?: Instant;
	/** Both absent for a device that only the registrar tells of. */
	registration?: Registration;
	state?: RegistrationState;
	/** Seq of the answer that tells of such a device. */
	toldBy?: number;
	/** Phones of the same instance that the one which holds the slot has superseded. */
	superseded: InstanceRow[];
	/** Of a phone that found no slot: who held them. */
	refusal?: RowRefusal;
	/** Of a phone that holds a slot: those that found none. */
	keptOut: RowLink[];
}

export interface RowLink {
	key: string;
	name: string;
}

export interface RowRefusal {
	at: Instant;
	holders: RowLink[];
	/** Slots whose holders the trace does not show. */
	unseen: number;
}

/** An address-of-record with its five slots. */
export interface InstanceGroup {
	addressOfRecord: string;
	/** `101`, or the whole user name. */
	extension: string;
	/** Taking a slot, in the order in which they were first seen. */
	taken: InstanceRow[];
	/** Other devices that may have let go of theirs since they were listed. */
	unconfirmed: InstanceRow[];
	/** Refused, expired, unregistered, or superseded by one that has no slot either. */
	others: InstanceRow[];
	free: number;
	slots: number;
	nextFreesAt?: Instant;
}

/** All of them, those that superseded ones are drawn in before these. */
export function rowsOf({ taken, unconfirmed, others }: InstanceGroup): InstanceRow[] {
	return [...taken, ...unconfirmed, ...others].flatMap((row) => [row, ...row.superseded]);
}

/** Who is registered, or was, at an instant; one group per address-of-record. */
export function groupsOf(analysis: Analysis, now: Instant): InstanceGroup[] {
	const begun = analysis.registrations.filter((registration) => hasBegun(registration, now));
	const addresses = new Set(begun.map(({ addressOfRecord }) => addressOfRecord));
	return [...addresses].map((addressOfRecord) => groupOf(addressOfRecord, begun, analysis, now));
}

function groupOf(
	addressOfRecord: string,
	begun: readonly Registration[],
	analysis: Analysis,
	now: Instant
): InstanceGroup {
	const { taken, unconfirmed, free, nextFreesAt } = slotsOf(begun, addressOfRecord, now);
	const refusals = slotRefusalsOf(begun, addressOfRecord, now);
	const placed = new Set(
		taken.flatMap(({ registration, superseded }) => [registration, ...superseded])
	);
	const rows = new Rows(analysis, refusals, now);
	return {
		addressOfRecord,
		extension: shortName(addressOfRecord),
		taken: taken.map((slot) => rows.ofSlot(slot)),
		unconfirmed: unconfirmed.map((slot) => rows.ofSlot(slot)),
		others: begun
			.filter((one) => one.addressOfRecord === addressOfRecord && !placed.has(one))
			.map((one) => rows.of(one)),
		free,
		slots: SLOTS_PER_EXTENSION,
		nextFreesAt
	};
}

/** Makes rows of what a trace tells, with who kept whom out. */
class Rows {
	readonly #analysis: Analysis;
	readonly #refusals: readonly SlotRefusal[];
	readonly #now: Instant;

	constructor(analysis: Analysis, refusals: readonly SlotRefusal[], now: Instant) {
		this.#analysis = analysis;
		this.#refusals = refusals;
		this.#now = now;
	}

	ofSlot(slot: RegistrationSlot): InstanceRow {
		const { registration, instance, contact, since, expiresAt, toldBy } = slot;
		const superseded = slot.superseded.map((one) => this.of(one));
		if (registration) return { ...this.of(registration), since, superseded };
		const { key, name } = this.#linkTo(slot);
		const keptOut = this.#keptOut(key);
		return { key, name, instance, contact, since, expiresAt, toldBy, superseded, keptOut };
	}

	of(registration: Registration): InstanceRow {
		const { id, instance, contact } = registration;
		const state = registrationState(registration, this.#now);
		const refusal = this.#refusals.find((one) => one.registration === registration);
		return {
			key: id,
			name: nameOf(registration, this.#analysis),
			instance,
			contact: state.contact ?? contact,
			expiresAt: state.expiresAt,
			registration,
			state,
			superseded: [],
			refusal: refusal && this.#rowRefusal(refusal),
			keptOut: this.#keptOut(id)
		};
	}

	#rowRefusal({ at, holders, unseen }: SlotRefusal): RowRefusal {
		return { at, unseen, holders: holders.map((holder) => this.#linkTo(holder)) };
	}

	#keptOut(key: string): RowLink[] {
		return this.#refusals
			.filter(({ holders }) => holders.some((holder) => this.#linkTo(holder).key === key))
			.map(({ registration }) => ({
				key: registration.id,
				name: nameOf(registration, this.#analysis)
			}));
	}

	#linkTo({ registration, instance, contact, superseded }: RegistrationSlot): RowLink {
		if (registration) return { key: registration.id, name: nameOf(registration, this.#analysis) };
		const name = superseded.length > 0 ? 'Another connection' : 'Another device';
		return { key: `${instance} ${contact}`, name };
	}
}

export function nameOf(
	{ phone, instance }: Registration,
	{ phones, registrations }: Analysis
): string {
	const known = phone === undefined ? undefined : phones.get(phone)?.name;
	const short = instance?.slice(0, 8) ?? '';
	if (known === undefined) return instance ? `Instance ${short}` : 'No instance';
	const alone = registrations.filter((one) => one.phone === phone).length === 1;
	return alone || !instance ? known : `${known} · ${short}`;
}

export function shortName(addressOfRecord: string): string {
	const user = parseUri(addressOfRecord)?.user;
	return user === undefined ? addressOfRecord : (extensionOf(user) ?? user);
}
