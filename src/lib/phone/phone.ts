import type { PhoneProfile } from './profile.ts';
import type { RecoveryCause } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { RunningCall } from './running-call.ts';

/** What a phone does to be registered again. */
export type RecoveryStatus = (
	| { phase: 'checking' }
	/** `at` is when it tries next. */
	| { phase: 'waiting'; attempt: number; at: Instant }
	| { phase: 'attempting'; attempt: number }
) & { cause: RecoveryCause; proxy: 'primary' | 'backup' };

export type PhoneState =
	| 'starting'
	| 'running'
	| 'failed'
	| 'disposing'
	| 'disposed'
	/** Of a dummy: the tab that ran the phone is gone, and the next one has not said what became of it. */
	| 'moving';

/** A phone as it is shown: one that runs in this tab, or a dummy of one that runs in another. */
export interface Phone {
	readonly profile: PhoneProfile;
	readonly state: PhoneState;
	/** Why the phone failed to start. */
	readonly error: string | undefined;
	/** Another phone runs with this instance id, so that this one was not started. */
	readonly inUse: boolean;
	/** What came of the last action that had something to tell: where a call was parked. */
	readonly notice: string | undefined;
	/** The last failure of anything, in the SDK's words. */
	readonly lastError: string | undefined;
	/** As other phones see it; one that failed holds it while an answer may still come. */
	readonly holdsInstance: boolean;
	/** Absent where it has nothing to recover from, or does not recover by itself. */
	readonly recovery: RecoveryStatus | undefined;
	readonly calls: readonly RunningCall[];
}
