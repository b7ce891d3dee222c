import type { Duration, Instant } from '../../trace/instant.ts';
import type { Call } from './call.ts';

/** How long what took. Each is absent where it did not come to that. */
export interface CallTimes {
	/**
	 * Post-dial delay, the session request delay of RFC 6076 §4.3: from the first INVITE, challenges
	 * included, to the first sign of life, a provisional response other than 100.
	 */
	postDialDelay?: Duration;
	/** From that sign to the answer, or to whatever ended the ringing. */
	ringTime?: Duration;
	/** From the first INVITE, challenges included, to the 2xx. */
	setupTime?: Duration;
	/**
	 * Of an outbound call that a B2BUA answered by itself: from the first INVITE to the 2xx of the phone
	 * that it rang, where the trace has it.
	 */
	pickUpTime?: Duration;
	/** Session duration (RFC 6076 §4.5): from the 2xx to the BYE. */
	talkTime?: Duration;
}

/**
 * The times of a call, by its entries' clock: where that went back, one may be negative. What goes on
 * is counted until `now`, and left out where none is given.
 */
export function timesOf(call: Call, now?: Instant): CallTimes {
	const { startedAt, ringingAt, answeredAt, endedAt } = call;
	return {
		postDialDelay: between(startedAt, ringingAt),
		ringTime: between(ringingAt, answeredAt ?? endedAt ?? now),
		setupTime: between(startedAt, answeredAt),
		pickUpTime: between(startedAt, pickedUpAt(call)),
		talkTime: between(answeredAt, endedAt ?? now)
	};
}

/**
 * When a person picked up: RingCentral's edge answers an outbound call at once, and rings the other
 * phone by another leg. `undefined` where the trace has no such leg, or nobody has.
 */
export function pickedUpAt(call: Call): Instant | undefined {
	if (call.direction !== 'outbound') return undefined;
	const answers = call.conversation.calls
		.filter((leg) => leg.direction === 'inbound' && leg.callId !== call.callId)
		.flatMap(({ answeredAt }) => answeredAt ?? []);
	return answers.length === 0 ? undefined : Math.min(...answers);
}

function between(from: Instant | undefined, to: Instant | undefined): Duration | undefined {
	return from === undefined || to === undefined ? undefined : to - from;
}
