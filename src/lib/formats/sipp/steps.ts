import type { SeenMessage } from '../../analysis/seen-message.ts';
import { MILLISECOND } from '../../trace/instant.ts';
import { isInvite, type PlayedCall } from './played-call.ts';

export type Step =
	| { readonly kind: 'pause'; readonly milliseconds: number }
	| { readonly kind: 'send'; readonly message: SeenMessage }
	/** The ACK of a refusal, which phones on a WebSocket may leave out. */
	| { readonly kind: 'send-ack'; readonly invite: SeenMessage }
	| { readonly kind: 'receive'; readonly message: SeenMessage; readonly optional: boolean }
	| { readonly kind: 'receive-provisional'; readonly status: number }
	| { readonly kind: 'receive-ack' };

/** Shorter silences are those of a network, and longer ones nobody wants to wait for. */
const LEAST_PAUSE = 50;
const MOST_PAUSE = 30_000;
/** What may come before the final response to an INVITE, whether the trace has it or not. */
const PROVISIONAL = [100, 180, 183];

/** What SIPp does, one after the other. */
export function stepsOf({ messages, playsPhone }: PlayedCall): Step[] {
	const steps: Step[] = [];
	messages.forEach((message, index) => {
		const before = messages[index - 1];
		const next = messages[index + 1];
		const sends = isSent(message, playsPhone);
		if (sends && before) steps.push(...pauseBetween(before, message));
		if (sends) steps.push({ kind: 'send', message });
		else steps.push(...receiving(message, next, playsPhone, steps));
		const invite = refusedInvite(message);
		if (invite === undefined || isAck(next)) return;
		steps.push(sends ? { kind: 'receive-ack' } : { kind: 'send-ack', invite });
	});
	return steps;
}

function receiving(
	message: SeenMessage,
	next: SeenMessage | undefined,
	playsPhone: boolean,
	steps: readonly Step[]
): Step[] {
	const { head } = message;
	if (head.kind === 'request') return [{ kind: 'receive', message, optional: false }];
	// What is optional must be followed by what is not, or SIPp would not wait for it.
	const followed = next !== undefined && !isSent(next, playsPhone) && next.head.kind === 'response';
	if (head.status < 200) return [{ kind: 'receive', message, optional: followed }];
	if (head.method !== 'INVITE') return [{ kind: 'receive', message, optional: false }];
	const seen = trailingStatuses(steps);
	const others = PROVISIONAL.filter((status) => !seen.has(status));
	return [
		...others.map((status) => ({ kind: 'receive-provisional', status }) as const),
		{ kind: 'receive', message, optional: false }
	];
}

/** Of the provisional responses that are received right before. */
function trailingStatuses(steps: readonly Step[]): Set<number> {
	const statuses = new Set<number>();
	for (const step of steps.toReversed()) {
		if (step.kind !== 'receive' || !step.optional) break;
		statuses.add(step.message.head.status);
	}
	return statuses;
}

function pauseBetween(before: SeenMessage, message: SeenMessage): Step[] {
	const lapse = Math.round((message.entry.at - before.entry.at) / MILLISECOND);
	if (lapse < LEAST_PAUSE) return [];
	return [{ kind: 'pause', milliseconds: Math.min(lapse, MOST_PAUSE) }];
}

/** The INVITE that a response refuses. */
function refusedInvite({ head, transaction }: SeenMessage): SeenMessage | undefined {
	const refuses = head.kind === 'response' && head.status >= 300 && head.method === 'INVITE';
	const request = transaction?.request;
	return refuses && isInvite(request) ? request : undefined;
}

function isAck(message: SeenMessage | undefined): boolean {
	return message?.head.kind === 'request' && message.head.method === 'ACK';
}

function isSent({ entry }: SeenMessage, playsPhone: boolean): boolean {
	return (entry.direction === 'sent') === playsPhone;
}
