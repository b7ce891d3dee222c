import type { Call } from '../../analysis/calls/call.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { UserAgent } from '../../analysis/user-agent.ts';
import { DoubleList, LongList } from '../../trace/number-list.ts';
import { Names } from './names.ts';

/** Of `traits`, one bit each. */
export const TRAIT = {
	request: 1,
	response: 2,
	unreadable: 4,
	sent: 8,
	received: 16,
	undelivered: 32,
	retransmission: 64
} as const;

/**
 * What filters ask most, of each message of a trace in a few bytes: a filter looks through a million of
 * these in milliseconds, and no message need be read.
 */
export class MessageColumns {
	readonly at = new DoubleList();
	/** Of a response; else 0. */
	readonly status = new LongList();
	readonly traits = new LongList();
	/** Of these three, the place in the list of the same name below. */
	readonly method = new LongList();
	readonly call = new LongList();
	readonly userAgent = new LongList();
	/** In upper case. */
	readonly methods = new Names<string>();
	/** `undefined` stands for messages of no call. */
	readonly calls = new Names<Call | undefined>();
	readonly userAgents = new Names<UserAgent>();

	get length(): number {
		return this.status.length;
	}

	/** Takes the next message, which the analysis has seen. */
	push({ entry, head, call, userAgent, retransmissionOf }: SeenMessage): void {
		this.at.push(entry.at);
		this.status.push(head.kind === 'response' ? head.status : 0);
		this.method.push(this.methods.place(head.method.toUpperCase()));
		this.call.push(this.calls.place(call));
		this.userAgent.push(this.userAgents.place(userAgent));
		let traits = TRAIT[head.kind] | TRAIT[entry.direction];
		if (entry.undelivered) traits |= TRAIT.undelivered;
		if (retransmissionOf) traits |= TRAIT.retransmission;
		this.traits.push(traits);
	}
}
