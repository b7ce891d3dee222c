import type { Analysis } from '../../analysis.ts';
import type { SeenMessage } from '../../seen-message.ts';
import { countBefore } from '../../../trace/count-before.ts';

/** How many messages before it are looked at: who waits longer, waits in vain. */
const LOOK_BACK = 200;

/**
 * A request for whose answer the SDK was listening on the same connection when a message came: with
 * that CSeq number, or with any.
 */
export function outstandingAt(
	message: SeenMessage,
	{ messages }: Analysis,
	cseq?: number
): SeenMessage | undefined {
	const { seq, connection } = message.entry;
	let looked = 0;
	for (let at = indexBefore(messages, seq); at >= 0 && looked < LOOK_BACK; at--, looked++) {
		const { transaction, entry } = messages[at] ?? {};
		const request = transaction?.request;
		if (transaction?.side !== 'client' || request?.entry !== entry) continue;
		if (request?.entry.connection !== connection || request?.entry.undelivered) continue;
		const answer = transaction.responses.find(({ head }) => head.status > 100);
		const isOpen = answer === undefined || answer.entry.seq > seq;
		if (isOpen && (cseq === undefined || transaction.cseq === cseq)) return request;
	}
	return undefined;
}

/** Index of the last message before a seq. */
function indexBefore(messages: readonly SeenMessage[], seq: number): number {
	return countBefore(messages.length, (at) => (messages[at]?.entry.seq ?? Infinity) < seq) - 1;
}
