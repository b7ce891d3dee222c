import type { Analysis } from '../../analysis/analysis.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';

export type Role = 'uac' | 'uas';

/** A call that SIPp is to play, from the side that it plays. */
export interface PlayedCall {
	readonly role: Role;
	/** Those of its Call-ID that travelled, each once. The first is its INVITE. */
	readonly messages: readonly SeenMessage[];
	/** Whether SIPp sends what the phone sent; else it sends what the phone received. */
	readonly playsPhone: boolean;
}

/**
 * The first call that can be played in a role: one in which the phone had it, else one in which whoever
 * it talked to had. `undefined` where the trace has no call from its beginning on.
 */
export function playedCall({ calls }: Analysis, role: Role): PlayedCall | undefined {
	const own = role === 'uac' ? 'outbound' : 'inbound';
	const whole = calls
		.map(({ direction, callId, messages }) => ({
			playsPhone: direction === own,
			messages: messages.filter((message) => isPlayable(message, callId))
		}))
		.filter(({ messages: [first] }) => isInvite(first));
	const chosen = whole.find(({ playsPhone }) => playsPhone) ?? whole[0];
	return chosen && { role, ...chosen };
}

export function isInvite(message: SeenMessage | undefined): boolean {
	return message?.head.kind === 'request' && message.head.method === 'INVITE';
}

function isPlayable({ head, entry, retransmissionOf }: SeenMessage, callId: string): boolean {
	const known = head.kind !== 'unreadable' && /^[A-Z]{1,20}$/.test(head.method);
	const travelled = retransmissionOf === undefined && !entry.undelivered;
	return known && travelled && entry.text !== undefined && head.callId === callId;
}
