import type { SdpDirection, SdpMedia } from '../sdp.ts';

/** Who keeps the other side waiting. */
export type Holder = 'offerer' | 'answerer' | 'both';

/** Which way media flow after an offer and its answer. */
export interface Flow {
	/** As each side sees it. */
	offerer: SdpDirection;
	answerer: SdpDirection;
	/** Who wants to hear nothing, though the other would send; `undefined` where nobody holds. */
	heldBy: Holder | undefined;
}

function sends(direction: SdpDirection): boolean {
	return direction === 'sendrecv' || direction === 'sendonly';
}

function receives(direction: SdpDirection): boolean {
	return direction === 'sendrecv' || direction === 'recvonly';
}

/**
 * Whether a section is held the old way, by an address that nothing can be sent to (RFC 3264 §8.4).
 * With ICE, candidates say what to send to, and that address means nothing (RFC 8840 §4.1.1).
 */
export function isHeldByAddress({ address, iceUfrag }: SdpMedia): boolean {
	return address === '0.0.0.0' && iceUfrag === undefined;
}

/** Media flow where one side sends and the other receives (RFC 3264 §6.1). */
export function flowOf(offer: SdpMedia, answer: SdpMedia): Flow {
	const offererSends = sends(offer.direction) && listens(answer);
	const answererSends = sends(answer.direction) && listens(offer);
	return {
		offerer: directionOf(offererSends, answererSends),
		answerer: directionOf(answererSends, offererSends),
		heldBy: holderOf(offer, answer)
	};
}

function listens(media: SdpMedia): boolean {
	return receives(media.direction) && !isHeldByAddress(media);
}

function directionOf(sending: boolean, receiving: boolean): SdpDirection {
	if (sending) return receiving ? 'sendrecv' : 'sendonly';
	return receiving ? 'recvonly' : 'inactive';
}

/** An answerer can only refuse what was offered: whether it would hold a silent offerer is not to be known. */
function holderOf(offer: SdpMedia, answer: SdpMedia): Holder | undefined {
	const offerer = !listens(offer);
	const answerer = sends(offer.direction) && !listens(answer);
	if (offerer) return answerer ? 'both' : 'offerer';
	return answerer ? 'answerer' : undefined;
}

const ANSWERS: Readonly<Record<SdpDirection, readonly SdpDirection[]>> = {
	sendrecv: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
	sendonly: ['recvonly', 'inactive'],
	recvonly: ['sendonly', 'inactive'],
	inactive: ['inactive']
};

/** Whether a direction may be answered so (RFC 3264 §6.1). */
export function isAllowedAnswer(offered: SdpDirection, answered: SdpDirection): boolean {
	return ANSWERS[offered].includes(answered);
}
