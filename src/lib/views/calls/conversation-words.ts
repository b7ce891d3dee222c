import type { Analysis } from '../../analysis/analysis.ts';
import type { Call } from '../../analysis/calls/call.ts';
import { describeCall } from '../../analysis/calls/call-summary.ts';
import type { Conversation } from '../../analysis/calls/conversation.ts';
import { silentEndOf } from '../../analysis/calls/silent-end.ts';
import type { Instant } from '../../trace/instant.ts';

/** What of an analysis tells about conversations. */
export type Surroundings = Pick<Analysis, 'phones' | 'connections'>;

/** Chooses the mark beside a conversation: its colour and its shape. */
export type ConversationMark = 'ringing' | 'talking' | 'done' | 'not reached' | 'failed';

/** `101 → 102`: who calls whom, by the first leg. */
export function titleOf({ calls: [first] }: Conversation): string {
	return first ? `${first.from.number || 'unknown'} → ${first.to.number || 'unknown'}` : 'Call';
}

/**
 * What became of it. The edge answers an outbound call at once, so what the other leg does is told
 * beside it, as long as it differs: `answered · Bob: ringing`.
 */
export function describeConversation(
	{ calls: [first, ...others] }: Conversation,
	{ phones, connections }: Surroundings,
	now: Instant
): string {
	if (!first) return '';
	const telling = others.filter((leg) => isTelling(leg, first));
	const lines = telling.map(
		(leg) => `${nameOf(leg, phones)}: ${describeCall(leg, connections, now)}`
	);
	return [describeCall(first, connections, now), ...lines].join(' · ');
}

/** Not reached is also who was only answered by the edge, while nobody picked up. */
export function markOf(
	{ calls }: Conversation,
	{ connections }: Surroundings,
	now: Instant
): ConversationMark {
	const [first, ...others] = calls;
	const goingOn = calls.filter((call) => isGoingOn(call, connections, now));
	if (goingOn.some(({ state }) => state === 'calling' || state === 'ringing')) return 'ringing';
	if (goingOn.length > 0) return 'talking';
	if (first?.outcome === 'failed' || calls.some(({ state }) => state !== 'ended')) return 'failed';
	const nobodyPickedUp = others.length > 0 && others.every(isUnanswered);
	return first && (isUnanswered(first) || nobodyPickedUp) ? 'not reached' : 'done';
}

/** When its last leg ended, be it without a message; `undefined` while one goes on. */
export function endOf(
	{ calls }: Conversation,
	{ connections }: Surroundings,
	now: Instant
): Instant | undefined {
	const ends = calls.map((call) => call.endedAt ?? silentEndOf(call, connections, now)?.at);
	if (ends.some((end) => end === undefined)) return undefined;
	return Math.max(...ends.map((end) => end ?? 0));
}

function isGoingOn(call: Call, connections: Surroundings['connections'], now: Instant): boolean {
	return call.state !== 'ended' && silentEndOf(call, connections, now) === undefined;
}

function isUnanswered({ outcome }: Call): boolean {
	return outcome === 'cancelled' || outcome === 'declined' || outcome === 'missed';
}

function isTelling(leg: Call, first: Call): boolean {
	return leg.state === 'ended' ? leg.outcome !== first.outcome : leg.state !== first.state;
}

function nameOf({ phone, to }: Call, phones: Surroundings['phones']): string {
	return (phone === undefined ? undefined : phones.get(phone)?.name) ?? to.number;
}
