import { textOf } from '../../analysis/entry-text.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { type SdpChanges, changedSince } from '../../sip/sdp/offer-answer/changes.ts';
import { type Negotiation, negotiate } from '../../sip/sdp/offer-answer/negotiation.ts';
import { type Sdp, parseSdp } from '../../sip/sdp/sdp.ts';

/** What the description in a message comes to, with the ones that belong to it. */
export interface Exchange {
	/** The message with its offer, or its answer; absent where none was seen. */
	other?: SeenMessage;
	agreed?: Negotiation;
	/** Which side the phone is. */
	phone: 'offerer' | 'answerer';
	/** The same side's previous description in this call. */
	previous?: SeenMessage;
	since?: SdpChanges;
}

/** `undefined` where the message has no description. */
export function exchangeOf(message: SeenMessage): Exchange | undefined {
	const own = sdpOf(message);
	if (own === undefined) return undefined;
	const offer = offerOf(message);
	const answer = offer ? message : answerTo(message);
	const other = offer ?? answer;
	const previous = previousOf(message);
	const before = previous && sdpOf(previous);
	const isOffer = offer === undefined;
	const sent = message.entry.direction === 'sent';
	return {
		other,
		agreed: other && agreed(isOffer ? own : sdpOf(other), isOffer ? sdpOf(other) : own),
		phone: isOffer === sent ? 'offerer' : 'answerer',
		previous,
		since: before && changedSince(before, own)
	};
}

function agreed(offer: Sdp | undefined, answer: Sdp | undefined): Negotiation | undefined {
	return offer && answer && negotiate(offer, answer);
}

/** The offer that a message answers: a response its request's, an ACK that of the 2xx (RFC 3261 §13.2.1). */
function offerOf({ head, transaction }: SeenMessage): SeenMessage | undefined {
	const request = transaction?.request;
	if (head.kind === 'response') return request && describes(request) ? request : undefined;
	if (head.method !== 'ACK' || (request && describes(request))) return undefined;
	return transaction?.final && describes(transaction.final) ? transaction.final : undefined;
}

/** A 2xx is the answer; until it comes, what a provisional response says (RFC 3261 §13.2.1). */
function answerTo({ head, transaction }: SeenMessage): SeenMessage | undefined {
	const answers = head.kind === 'response' ? transaction?.acks : transaction?.responses;
	return answers?.findLast(describes);
}

function previousOf(message: SeenMessage): SeenMessage | undefined {
	const messages = message.call?.messages ?? [];
	return messages
		.slice(0, messages.indexOf(message))
		.findLast((other) => other.entry.direction === message.entry.direction && describes(other));
}

function describes({ head, entry }: SeenMessage): boolean {
	const type = head.contentType.split(';', 1)[0]?.trim().toLowerCase();
	return type === 'application/sdp' && textOf(entry).length > head.bodyOffset;
}

function sdpOf(message: SeenMessage): Sdp | undefined {
	if (!describes(message)) return undefined;
	return parseSdp(textOf(message.entry).slice(message.head.bodyOffset));
}
