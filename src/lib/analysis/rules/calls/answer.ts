import type { Call } from '../../calls/call.ts';
import type { SeenMessage } from '../../seen-message.ts';

/** The 2xx that answered a call. */
export function answerOf({ answeredAt, messages }: Call): SeenMessage | undefined {
	if (answeredAt === undefined) return undefined;
	let invite = messages[0]?.transaction;
	while (invite?.retriedBy) invite = invite.retriedBy;
	// Most calls have but one attempt.
	if (invite?.final && isAnswer(invite.final)) return invite.final;
	return messages.find(isAnswer);
}

function isAnswer({ head }: SeenMessage): boolean {
	const { kind, method, status } = head;
	return kind === 'response' && method === 'INVITE' && status >= 200 && status < 300;
}
