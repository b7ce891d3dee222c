import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Finding } from '../../analysis/rules/finding.ts';
import { type FindingIndex, worstFirst } from '../../state/finding-index.ts';

/**
 * What there is to say where a message is looked at: what it helps to prove, and all that is known of
 * its call. The same for all messages of a call, so that nothing moves from one to the next.
 */
export function findingsAbout({ call, entry }: SeenMessage, index: FindingIndex): Finding[] {
	const ofCall = call === undefined ? [] : index.ofConversation(call.conversation);
	return worstFirst([...new Set([...ofCall, ...index.at(entry.seq)])]);
}
