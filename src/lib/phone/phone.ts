import type { PhoneProfile } from './profile.ts';
import type { RunningCall } from './running-call.ts';

export type PhoneState = 'starting' | 'running' | 'failed' | 'disposing' | 'disposed';

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
	readonly calls: readonly RunningCall[];
}
