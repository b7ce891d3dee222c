import { describeCall } from '../../analysis/calls/call-summary.ts';
import { timesOf, type CallTimes } from '../../analysis/calls/call-times.ts';
import type { Conversation } from '../../analysis/calls/conversation.ts';
import type { Instant } from '../../trace/instant.ts';
import { endOf, markOf, type Surroundings } from './conversation-words.ts';

/** The columns of the list of calls, in order; times are those of a call's first leg. */
export const CALL_COLUMNS = [
	{ id: 'state', title: 'State', words: 'how it stands' },
	{ id: 'started', title: 'Began', words: 'since the trace’s first entry' },
	{ id: 'from', title: 'From', words: 'who calls' },
	{ id: 'to', title: 'To', words: 'who is called' },
	{ id: 'phone', title: 'Phone', words: 'the phones that saw it' },
	{ id: 'outcome', title: 'Outcome', words: 'what became of it' },
	{
		id: 'postDialDelay',
		title: 'PDD',
		words: 'post-dial delay: from INVITE to the first sign of life (RFC 6076 §4.3)'
	},
	{ id: 'ringTime', title: 'Ring', words: 'from that sign to the answer, or the end' },
	{ id: 'setupTime', title: 'Setup', words: 'from INVITE to its 200' },
	{
		id: 'pickUpTime',
		title: 'Pick-up',
		words: 'from INVITE to when the other phone was answered, where the edge answered first'
	},
	{ id: 'talkTime', title: 'Talk', words: 'from the 200 to BYE (RFC 6076 §4.5)' },
	{ id: 'messages', title: 'Msgs', words: 'messages of all its legs' }
] as const satisfies readonly { id: string; title: string; words: string }[];

export type CallColumn = (typeof CALL_COLUMNS)[number]['id'];

/** How urgent a state is: what goes on now, then what went wrong. */
const STATE_ORDER = ['ringing', 'talking', 'failed', 'not reached', 'done'] as const;

/** What a conversation is sorted by; `undefined` where it did not come to that, which is always last. */
export function sortValue(
	conversation: Conversation,
	column: CallColumn,
	surroundings: Surroundings,
	now: Instant
): number | string | undefined {
	const [first] = conversation.calls;
	switch (column) {
		case 'state':
			return STATE_ORDER.indexOf(markOf(conversation, surroundings, now));
		case 'started':
			return conversation.startedAt;
		case 'from':
			return first?.from.number || undefined;
		case 'to':
			return first?.to.number || undefined;
		case 'phone':
			return phonesOf(conversation, surroundings) || undefined;
		case 'outcome':
			return first && describeCall(first, surroundings.connections, now);
		case 'messages':
			return messageCount(conversation);
		default:
			return timesOfConversation(conversation, surroundings, now)[column];
	}
}

/** Those of its first leg. */
export function timesOfConversation(
	conversation: Conversation,
	surroundings: Surroundings,
	now: Instant
): CallTimes {
	const [first] = conversation.calls;
	return first ? timesOf(first, endOf(conversation, surroundings, now) ?? now) : {};
}

/** Of all legs, without putting them in order. */
export function messageCount({ calls }: Conversation): number {
	return calls.reduce((sum, { messages }) => sum + messages.length, 0);
}

/** `Alice, Bob`: each once. */
export function phonesOf({ calls }: Conversation, { phones }: Surroundings): string {
	const names = calls.map(({ phone }) => phone !== undefined && phones.get(phone)?.name);
	return [...new Set(names)].filter(Boolean).join(', ');
}
