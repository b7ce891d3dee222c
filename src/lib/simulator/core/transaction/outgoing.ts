import type { Edge } from '../edge.ts';
import type { HeaderTuple } from './exchange.ts';

const USER_AGENT = 'RC_SIPWRP_22.241';
/** The port that RingCentral's edge names in Via and Contact, whatever the socket's. */
const PORT = 8083;

export interface Outgoing {
	method: string;
	from: string;
	to: string;
	callId: string;
	cseq: number;
	/** A new one unless told: a CANCEL has its INVITE's. */
	branch?: string;
}

/** The headers of every request to a phone, in the edge's order and spelling. */
export function outgoingHeaders(
	edge: Edge,
	outgoing: Outgoing,
	more: HeaderTuple[]
): HeaderTuple[] {
	const { method, from, to, callId, cseq, branch = edge.identifiers.branch() } = outgoing;
	return [
		['Via', `SIP/2.0/WSS ${edge.settings.address}:${PORT};rport;branch=${branch}`],
		['From', from],
		['To', to],
		['Call-Id', callId],
		['CSeq', `${cseq} ${method}`],
		['Max-Forwards', '67'],
		...more,
		['User-Agent', USER_AGENT]
	];
}

/** Where a phone's in-dialog requests would go, were it to look. */
export function contactOf(edge: Edge, user: string): HeaderTuple {
	return ['Contact', `<sip:${user}@${edge.settings.address}:${PORT};transport=wss>`];
}
