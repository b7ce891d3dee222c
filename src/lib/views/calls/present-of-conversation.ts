import type { Conversation } from '../../analysis/calls/conversation.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';
import { presentOf } from '../../state/present.ts';
import type { Instant } from '../../trace/instant.ts';

/**
 * The instant that a conversation is looked at from. Asks for the present only as long as it goes on, so
 * that those who tell of others need not be told again.
 */
export function presentOfConversation({ calls }: Conversation, trace: OpenTrace): Instant {
	return calls.every(({ state }) => state === 'ended') ? trace.end : presentOf(trace);
}
