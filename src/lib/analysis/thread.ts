import type { Entry } from '../trace/entry.ts';
import type { CallProgress } from './calls/call-progress.ts';
import { DialogSet } from './dialogs/dialog-set.ts';
import { appended, NONE } from './few.ts';
import { SequenceIndex } from './transactions/sequence-index.ts';
import type { Transaction } from './transactions/transaction.ts';
import type { UserAgent } from './user-agent.ts';

/** The messages that share a Call-ID, whoever saw them: where whatever they belong to is looked up. */
export class Thread {
	readonly callId: string;
	readonly transactions = new SequenceIndex();
	/** Answered 401 or 407, and not repeated with credentials yet. */
	challenged: readonly Transaction[] = NONE;
	readonly dialogs = new DialogSet();
	/** The latest SUBSCRIBE or REFER outside of dialogs. */
	asking: Transaction | undefined = undefined;
	/** One per user agent. */
	calls: readonly CallProgress[] = NONE;
	/** Marks of calls that no message has shown yet: ICE gathers before the INVITE is sent. */
	#earlyMarks: Map<UserAgent, Entry[]> | undefined = undefined;

	constructor(callId: string) {
		this.callId = callId;
	}

	begin(call: CallProgress): void {
		this.calls = appended(this.calls, call);
	}

	callOf(userAgent: UserAgent): CallProgress | undefined {
		for (const progress of this.calls) if (progress.call.userAgent === userAgent) return progress;
		return undefined;
	}

	/** Where the marks of a user agent's call are kept, be it that it has begun or is yet to come. */
	marksOf(userAgent: UserAgent): Entry[] {
		const known = this.callOf(userAgent)?.call.marks ?? this.#earlyMarks?.get(userAgent);
		if (known) return known;
		const marks: Entry[] = [];
		(this.#earlyMarks ??= new Map<UserAgent, Entry[]>()).set(userAgent, marks);
		return marks;
	}
}

/** All Call-IDs of a trace. */
export class Threads {
	readonly #byCallId = new Map<string, Thread>();

	find(callId: string): Thread | undefined {
		return this.#byCallId.get(callId);
	}

	/** The thread of a Call-ID; a new one if need be. */
	of(callId: string): Thread {
		let thread = this.#byCallId.get(callId);
		if (thread === undefined) {
			thread = new Thread(callId);
			this.#byCallId.set(callId, thread);
		}
		return thread;
	}
}
