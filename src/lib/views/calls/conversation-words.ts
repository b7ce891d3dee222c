import type { Call } from '../../analysis/calls/call.ts';
import { describeCall } from '../../analysis/calls/call-summary.ts';
import type { Conversation } from '../../analysis/calls/conversation.ts';
import type { Phone } from '../../analysis/phone.ts';
import type { Instant } from '../../trace/instant.ts';

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
	phones: ReadonlyMap<string, Phone>
): string {
	if (!first) return '';
	const telling = others.filter((leg) => isTelling(leg, first));
	const lines = telling.map((leg) => `${nameOf(leg, phones)}: ${describeCall(leg)}`);
	return [describeCall(first), ...lines].join(' · ');
}

/** Not reached is also who was only answered by the edge, while nobody picked up. */
export function markOf({ calls }: Conversation): ConversationMark {
	const [first, ...others] = calls;
	if (calls.some(({ state }) => state === 'calling' || state === 'ringing')) return 'ringing';
	if (calls.some(({ state }) => state !== 'ended')) return 'talking';
	if (first?.outcome === 'failed') return 'failed';
	const nobodyPickedUp = others.length > 0 && others.every(isUnanswered);
	return first && (isUnanswered(first) || nobodyPickedUp) ? 'not reached' : 'done';
}

/** When its last leg ended; `undefined` while one goes on. */
export function endOf({ calls }: Conversation): Instant | undefined {
	if (calls.some(({ endedAt }) => endedAt === undefined)) return undefined;
	return Math.max(...calls.map(({ endedAt }) => endedAt ?? 0));
}

function isUnanswered({ outcome }: Call): boolean {
	return outcome === 'cancelled' || outcome === 'declined' || outcome === 'missed';
}

function isTelling(leg: Call, first: Call): boolean {
	return leg.state === 'ended' ? leg.outcome !== first.outcome : leg.state !== first.state;
}

function nameOf({ phone, to }: Call, phones: ReadonlyMap<string, Phone>): string {
	return (phone === undefined ? undefined : phones.get(phone)?.name) ?? to.number;
}
