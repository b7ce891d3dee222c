import type { Conversation } from '../analysis/calls/conversation.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';

interface Verdict {
	/** Of the conversation, when it was last looked at. */
	revision: number;
	matches: boolean;
}

/** Which conversations have a message that is looked for; asks again only of those that have changed. */
export class MatchingConversations {
	#filter: unknown;
	#verdicts = new WeakMap<Conversation, Verdict>();

	/** @param filter whatever tells one filter from another: `matches` is taken to be the same as long as it is */
	of(
		conversations: readonly Conversation[],
		filter: unknown,
		matches: (message: SeenMessage) => boolean
	): Conversation[] {
		if (filter !== this.#filter) this.#verdicts = new WeakMap();
		this.#filter = filter;
		return conversations.filter((conversation) => {
			const known = this.#verdicts.get(conversation);
			if (known?.revision === conversation.revision) return known.matches;
			const verdict = {
				revision: conversation.revision,
				matches: conversation.messages.some(matches)
			};
			this.#verdicts.set(conversation, verdict);
			return verdict.matches;
		});
	}
}
