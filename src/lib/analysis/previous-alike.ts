import type { SeenMessage } from './seen-message.ts';
import { countBefore } from '../trace/count-before.ts';

/** As many messages of before are looked at. */
const MOST = 20_000;

/**
 * The message before that is worth comparing one with: of the same call (or registration, or Call-ID),
 * the latest that is most like it: the same method or status in the same direction, else the same kind.
 */
export function previousAlike(
	message: SeenMessage,
	all: readonly SeenMessage[]
): SeenMessage | undefined {
	const messages = message.call?.messages ?? message.registration?.messages ?? all;
	let best: SeenMessage | undefined;
	let likeness = -1;
	let looked = 0;
	for (let at = placeBefore(message, messages); at >= 0 && looked < MOST; at--, looked++) {
		const other = messages[at];
		if (other === undefined || !isRelated(message, other)) continue;
		const its = likenessOf(message, other);
		if (its > likeness) [best, likeness] = [other, its];
		if (likeness === MOST_ALIKE) break;
	}
	return best;
}

const MOST_ALIKE = 3;

function likenessOf({ head, entry }: SeenMessage, other: SeenMessage): number {
	if (head.kind !== other.head.kind || head.method !== other.head.method) return 0;
	const status = head.status === other.head.status;
	return 1 + Number(status) + Number(status && entry.direction === other.entry.direction);
}

function isRelated(message: SeenMessage, other: SeenMessage): boolean {
	if (message.call) return other.call === message.call;
	if (message.registration) return other.registration === message.registration;
	return other.head.callId === message.head.callId && message.head.callId !== '';
}

/** Of the last message that is before one, in a list in order of seq; -1 where there is none. */
function placeBefore({ entry }: SeenMessage, messages: readonly SeenMessage[]): number {
	const { seq } = entry;
	return countBefore(messages.length, (at) => (messages[at]?.entry.seq ?? Infinity) < seq) - 1;
}
