import { snapshotOfCall, type CallSnapshot } from './call-snapshot.ts';
import type { PhoneState, RecoveryStatus } from './phone.ts';
import type { PhoneProfile } from './profile.ts';
import type { RunningPhone } from './running-phone.ts';

/** A phone as another page needs it, to show it and to run it next. It can be cloned. */
export interface PhoneSnapshot {
	profile: PhoneProfile;
	/** Where the profile does not hold it; it stays in memory. */
	password?: string;
	state: PhoneState;
	error?: string;
	inUse: boolean;
	notice?: string;
	lastError?: string;
	holdsInstance: boolean;
	recovery?: RecoveryStatus;
	calls: CallSnapshot[];
}

export function snapshotOfPhone(phone: RunningPhone): PhoneSnapshot {
	const { profile, password, state, error, inUse, notice, lastError } = phone;
	const { holdsInstance, recovery } = phone;
	const calls = phone.calls.map(snapshotOfCall);
	const told = { profile, password, state, error, inUse, notice, lastError };
	return { ...told, holdsInstance, recovery, calls };
}
