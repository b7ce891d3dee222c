import { composeRequest, type HeaderParts } from '../../src/lib/sip/compose.ts';
import {
	CONTACT,
	DOMAIN,
	EDGE_ADDRESS,
	type ResponseParts,
	type ScriptedPhone
} from '../scripted-phone.ts';

/** What a REGISTER's second round is about; the rest is as the SDK and the edge do it. */
export interface SecondRound extends ResponseParts {
	/** Parameters of the challenge, of the credentials. */
	challenge?: string;
	credentials?: string;
	status: number;
}

/** REGISTER, challenge, REGISTER with credentials, and what became of it. */
export function registerWith(phone: ScriptedPhone, round: SecondRound): void {
	const { challenge = `realm="${DOMAIN}", nonce="n1"`, status, ...parts } = round;
	const credentials = round.credentials ?? `realm="${DOMAIN}", nonce="n1"`;
	const fields = registerFields(phone);
	const first = phone.request('REGISTER', `sip:${DOMAIN}`, fields);
	phone.answer(first, 401, { fields: [['Www-Authenticate', `Digest ${challenge}`]] });
	const digest = `Digest username="${phone.clientId}", ${credentials}, response="0"`;
	const second = phone.request('REGISTER', `sip:${DOMAIN}`, [...fields, ['Authorization', digest]]);
	phone.answer(second, status, parts);
}

/** From, To, Call-Id and Contact of a REGISTER. */
export function registerFields(phone: ScriptedPhone, expires = 60): HeaderParts {
	const instance = `+sip.instance="<urn:uuid:${phone.instance}>"`;
	return [
		['From', `<${phone.address}>;tag=from${phone.trace.next()}`],
		['To', `<${phone.address}>`],
		['Call-Id', `register-${phone.trace.next()}`],
		['Contact', `${CONTACT};${instance};expires=${expires}`]
	];
}

/** From, To and Call-Id of a request to 102. */
export function inviteFields(phone: ScriptedPhone): HeaderParts {
	return [
		['From', `<${phone.address}>;tag=from${phone.trace.next()}`],
		['To', `<sip:102@${DOMAIN}>`],
		['Call-Id', `call-${phone.trace.next()}`]
	];
}

/** A request of the edge, in no dialog. */
export function fromEdge(
	phone: ScriptedPhone,
	method: string,
	fields: HeaderParts,
	cseq = 218_000_000 + phone.trace.next()
): string {
	return composeRequest({
		method,
		uri: 'sip:page7f@page7f.invalid;transport=wss',
		headers: [
			['Via', `SIP/2.0/WSS ${EDGE_ADDRESS}:8083;rport;branch=z9hG4bKe${phone.trace.next()}`],
			['From', `<sip:edge@${DOMAIN}>;tag=edge`],
			['To', `<${phone.address}>`],
			['Call-Id', `edge-${phone.trace.next()}`],
			['CSeq', `${cseq} ${method}`],
			...fields
		]
	});
}
