import type { Instant } from '../trace/instant.ts';
import type { Subject } from './changes.ts';
import type { UserAgent } from './user-agent.ts';

/** One WebSocket, as far as the trace saw it. */
export interface Connection extends Subject {
	id: string;
	/** Seq of the first entry that tells of it. */
	firstSeq: number;
	/** Who is at this end of it. */
	userAgent?: UserAgent;
	phone?: string;
	instance?: string;
	url?: string;
	openedAt?: Instant;
	closedAt?: Instant;
	/** Seq of the entry that tells of the closing. */
	closedBy?: number;
	/** RFC 6455 §7.4; 1006 where the peer vanished. */
	closeCode?: number;
	closeReason?: string;
}
