import type { DtlsRole } from '../../sip/sdp/offer-answer/dtls-roles.ts';
import type { AgreedPayload } from '../../sip/sdp/offer-answer/agreed-payloads.ts';
import type { Holder } from '../../sip/sdp/offer-answer/flow.ts';
import type { IceMode } from '../../sip/sdp/offer-answer/ice.ts';
import type { NegotiatedMedia } from '../../sip/sdp/offer-answer/negotiated-media.ts';
import type { Negotiation } from '../../sip/sdp/offer-answer/negotiation.ts';
import type { Definition } from './definition.ts';
import type { Exchange } from './exchange.ts';
import { DIRECTIONS, describeCodec } from './sdp-rows.ts';

type Side = Exchange['phone'];

const STATES: Readonly<Record<Exclude<NegotiatedMedia['state'], 'accepted'>, string>> = {
	refused: 'refused',
	withdrawn: 'not offered',
	unanswered: 'not answered'
};

const ROLES: Readonly<Record<DtlsRole, string>> = {
	client: 'the phone opens it',
	server: 'the phone waits for it'
};

const ICE: Readonly<Record<IceMode, string>> = {
	none: 'none',
	full: 'full',
	lite: 'lite: answers checks, begins none'
};

/** What was agreed of one section, as the phone sees it. */
export function agreedRows(
	media: NegotiatedMedia,
	{ ice }: Negotiation,
	phone: Side
): Definition[] {
	if (media.state !== 'accepted' || !media.flow) {
		return [
			{ name: 'Section', value: media.state === 'accepted' ? 'accepted' : STATES[media.state] }
		];
	}
	const { codec, telephoneEvents, flow, dtls, rtcpMux, iceRestart } = media;
	const direction = flow[phone];
	const other = phone === 'offerer' ? 'answerer' : 'offerer';
	const rows: (Definition | false | undefined)[] = [
		codec
			? { name: 'Codec', value: describeCodec(codec.answered), note: describeTypes(codec, phone) }
			: { name: 'Codec', value: 'none' },
		{
			name: 'DTMF',
			value: telephoneEvents.length > 0 ? 'telephone-event' : 'none',
			...(telephoneEvents[0] && { note: describeTypes(telephoneEvents[0], phone) })
		},
		{ name: 'Phone', value: direction, note: DIRECTIONS[direction] },
		flow.heldBy && { name: 'Held', value: describeHolder(flow.heldBy, phone) },
		dtls && { name: 'DTLS', value: ROLES[dtls[phone]] },
		{ name: 'RTCP', value: rtcpMux ? 'on the same port' : 'on a port of its own' },
		ice[other] !== 'none' && { name: 'Other’s ICE', value: ICE[ice[other]] },
		iceRestart.offerer && { name: 'ICE', value: 'begins anew' }
	];
	return rows.filter((row) => row !== false && row !== undefined);
}

/** Each side is sent what it named: `sends 111, hears 109`. */
function describeTypes({ offered, answered }: AgreedPayload, phone: Side): string {
	if (offered.type === answered.type) return `as ${offered.type}`;
	const [sent, heard] = phone === 'offerer' ? [answered, offered] : [offered, answered];
	return `sent as ${sent.type}, heard as ${heard.type}`;
}

function describeHolder(heldBy: Holder, phone: Side): string {
	if (heldBy === 'both') return 'by both';
	return heldBy === phone ? 'by the phone' : 'by the other side';
}
