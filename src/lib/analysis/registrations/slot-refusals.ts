import { SLOTS_PER_EXTENSION } from '../../ringcentral/limits.ts';
import type { Instant } from '../../trace/instant.ts';
import { latestBegun } from './attempts-at.ts';
import { refusalOf } from './registration-attempt.ts';
import { registrationState } from './registration-state.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';
import { type RegistrationSlot, slotsOf } from './slots.ts';

/** An attempt that found no slot, and who held them when it was refused. */
export interface SlotRefusal {
	readonly registration: Registration;
	readonly attempt: RegistrationAttempt;
	readonly at: Instant;
	readonly holders: readonly RegistrationSlot[];
	/** Slots whose holders the trace does not show. */
	readonly unseen: number;
}

/** The registrations of an address-of-record that stand refused at an instant for want of a slot. */
export function slotRefusalsOf(
	registrations: readonly Registration[],
	addressOfRecord: string,
	now: Instant
): SlotRefusal[] {
	return registrations
		.filter((one) => one.addressOfRecord === addressOfRecord)
		.flatMap((registration): SlotRefusal[] => {
			if (registrationState(registration, now).refusal !== 'slots taken') return [];
			const attempt = latestBegun(registration, now, (one) => refusalOf(one) === 'slots taken');
			const at = attempt?.answeredAt;
			if (attempt === undefined || at === undefined) return [];
			const { taken, unconfirmed } = slotsOf(registrations, addressOfRecord, at);
			const holders = [...taken, ...unconfirmed].filter(
				(slot) => slot.instance !== registration.instance
			);
			const unseen = Math.max(0, SLOTS_PER_EXTENSION - holders.length);
			return [{ registration, attempt, at, holders, unseen }];
		});
}
