import fc from 'fast-check';
import { DOMAIN, OFFER } from './scripted-phone.ts';

const METHODS = [
	'ACK',
	'BYE',
	'CANCEL',
	'INFO',
	'INVITE',
	'MESSAGE',
	'NOTIFY',
	'OPTIONS',
	'REFER',
	'REGISTER',
	'SUBSCRIBE',
	'UPDATE',
	'constructor'
];
const BODIES = [
	'',
	OFFER,
	OFFER.replace('sendrecv', 'sendonly'),
	'{"request":{"reqid":1,"command":"callpark"}}',
	'{"request":{"reqid":2,"command":"callflip","target":"103"}}',
	'{"request":null}',
	'<Msg><Hdr Cmd="12"/><Bdy Cln="1"/></Msg>',
	'<Msg><Hdr Cmd="14"/><Bdy Cln="1"/></Msg>',
	'<Msg>'
];
export const NUMBERS = [
	'102',
	'103',
	'78654',
	'+14155550123',
	'16505550100*102',
	'*11',
	'*17',
	'*83',
	'*801',
	'700',
	'conf_x',
	'#1@',
	''
];

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\r\n\r\n'));

/** A message that is nearly one: each part can be missing, wrong or somebody else's. */
const message = fc
	.record({
		method: fc.constantFrom(...METHODS),
		number: fc.constantFrom(...NUMBERS),
		callId: fc.constantFrom('call-of-alice', 'call-of-mallory', 'x'),
		cseq: fc.constantFrom('1', '218000001', 'x', ''),
		status: fc.constantFrom(0, 0, 0, 100, 180, 200, 486),
		extra: fc.constantFrom(
			'Contact: *',
			'Contact: <sip:a@b>;expires=-1;+sip.instance=x',
			'Expires: 99999999999999999999',
			'Authorization: Digest username="802398101001", nonce="", response=""',
			'Refer-To: <sip:103@x?Replaces=call-of-alice%3Bto-tag%3D1>',
			'Refer-To: <sip:*801@x>',
			'Refer-To: %%%',
			'Info-Package: trickle-ice',
			'To'
		),
		body: fc.constantFrom(...BODIES),
		junk: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text })
	})
	.map(({ method, number, callId, cseq, status, extra, body, junk }) =>
		[
			status ? `SIP/2.0 ${status} ?` : `${method} sip:${number}@${DOMAIN} SIP/2.0`,
			'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK-1',
			'From: <sip:16505550100*101@sip.ringcentral.com>;tag=mallory',
			`To: <sip:${number}@${DOMAIN}>`,
			`Call-Id: ${callId}`,
			`CSeq: ${cseq} ${method}`,
			extra,
			junk,
			'',
			body
		].join('\r\n')
	);

/** What a phone might send: SIP of all kinds, and what is none. */
export const arbitraryFrame = fc.oneof({ weight: 4, arbitrary: message }, text);
