import type { Entry } from '../trace/entry.ts';
import type { CallProgress } from './calls/call-progress.ts';
import { DialogSet } from './dialogs/dialog-set.ts';
import { appended, NONE } from './few.ts';
import { ownString } from './own-string.ts';
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
	#earlyMarks: Map<UserAgent, readonly Entry[]> | undefined = undefined;

	constructor(callId: string) {
		this.callId = callId;
	}

	begin(call: CallProgress): void {
		this.calls = appended(this.calls, call);
	}

	callOf(userAgent: UserAgent): CallProgress | undefined {
		const { calls } = this;
		for (let at = 0; at < calls.length; at++) {
			const progress = calls[at];
			if (progress?.call.userAgent === userAgent) return progress;
		}
		return undefined;
	}

	/** Takes an entry other than a message that tells of a user agent's call, be that yet to come. */
	mark(entry: Entry, userAgent: UserAgent): void {
		const call = this.callOf(userAgent)?.call;
		if (call) {
			call.marks = appended(call.marks, entry);
			return;
		}
		this.#earlyMarks ??= new Map<UserAgent, readonly Entry[]>();
		this.#earlyMarks.set(userAgent, appended(this.earlyMarksOf(userAgent), entry));
	}

	/** Marks of a call that no message had shown yet: ICE gathers before the INVITE is sent. */
	earlyMarksOf(userAgent: UserAgent): readonly Entry[] {
		return this.#earlyMarks?.get(userAgent) ?? NONE;
	}
}

/** So many threads are compared before all are searched, which takes longer. */
const RECENT = 8;

/** All Call-IDs of a trace. */
export class Threads {
	readonly #byCallId = new Map<string, Thread>();
	/** Those that were looked for last: messages come from a few that go on at the same time. */
	readonly #recent: Thread[] = [];
	#next = 0;

	find(callId: string): Thread | undefined {
		return this.#byCallId.get(callId);
	}

	/** The thread of a Call-ID; a new one if need be. */
	of(callId: string): Thread {
		for (const thread of this.#recent) if (thread.callId === callId) return thread;
		const thread = this.find(callId) ?? this.#add(new Thread(ownString(callId)));
		this.#recent[this.#next] = thread;
		this.#next = (this.#next + 1) % RECENT;
		return thread;
	}

	#add(thread: Thread): Thread {
		this.#byCallId.set(thread.callId, thread);
		return thread;
	}
}
