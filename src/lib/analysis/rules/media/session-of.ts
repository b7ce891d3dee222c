import { type Negotiation, negotiate } from '../../../sip/sdp/offer-answer/negotiation.ts';
import { parseSdp } from '../../../sip/sdp/sdp.ts';
import type { Call } from '../../calls/call.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import { answerOf } from '../calls/answer.ts';

/** The first offer of a call and its answer. */
export interface SessionPair {
	offer: SeenMessage;
	answer: SeenMessage;
}

/** In INVITE and 2xx, or, where the INVITE has no body, in 2xx and ACK (RFC 3264 §4). */
export function sessionPair(call: Call): SessionPair | undefined {
	const answered = answerOf(call);
	const request = answered?.transaction?.request;
	if (answered === undefined || request === undefined) return undefined;
	if (request.content?.sdp && answered.content?.sdp) return { offer: request, answer: answered };
	const ack = answered.transaction?.acks[0];
	return answered.content?.sdp && ack ? { offer: answered, answer: ack } : undefined;
}

/** What the two come to; it reads both texts. */
export function negotiationOf({ offer, answer }: SessionPair): Negotiation {
	return negotiate(parseSdp(bodyOf(offer)), parseSdp(bodyOf(answer)));
}

function bodyOf({ entry, head }: SeenMessage): string {
	return textOf(entry).slice(head.bodyOffset);
}
