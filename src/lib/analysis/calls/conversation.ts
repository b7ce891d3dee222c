import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { Call } from './call.ts';
import type { SeenMessage } from '../seen-message.ts';

/** The calls (legs) that belong together: same RingCentral session-id, same SID, or same Call-ID. */
export interface Conversation extends Subject {
	/** That of its first call. */
	readonly id: string;
	/** Legs, in the order of their first messages; none once it was found to be part of another. */
	calls: Call[];
	/** Of all legs, in order of seq. Another array once conversations were found to be one. */
	messages: SeenMessage[];
	readonly startedAt: Instant;
}
