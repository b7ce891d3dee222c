import { type HeaderParts, composeRequest, composeResponse } from '../../src/lib/sip/compose.ts';
import { parseMessage, headers as valuesOf } from '../../src/lib/sip/message.ts';
import type { Direction } from '../../src/lib/trace/entry.ts';
import type { Random } from './random.ts';

/** One frame, as the phone sees it. */
export interface Frame {
	direction: Direction;
	text: string;
}

/** A phone whose traffic is made up. */
export interface Extra {
	userName: string;
	instance: string;
	contact: string;
	/** What its Via fields name. */
	host: string;
}

/** What the messages of one Call-ID share. */
export interface Talk {
	phone: Extra;
	random: Random;
	callId: string;
	/** Who they are, with their tags. */
	local: string;
	remote: string;
	/** Whether each side knows the other's tag: there is a dialog. */
	established: boolean;
	/** Of the phone's last request; the edge counts its own. */
	cseq: number;
	edgeCSeq: number;
}

export interface Content {
	type: string;
	body: string;
}

export interface Answer {
	status: number;
	headers?: HeaderParts;
	content?: Content;
}

export const DOMAIN = 'sip.example.com';

export function createExtra(random: Random, extension: number): Extra {
	const host = `${random.text(17)}.invalid`;
	return {
		userName: `16505550100*${extension}`,
		instance: `8005550${random.text(5, '0123456789')}`,
		contact: `sip:${random.text(17)}@${host};transport=wss`,
		host
	};
}

export function beginTalk(phone: Extra, random: Random, remoteUser: string): Talk {
	return {
		phone,
		random,
		callId: random.pick(random.text(17), random.hex(32)),
		local: `<sip:${phone.userName}@${DOMAIN}>;tag=${random.text(17)}`,
		remote: `<sip:${remoteUser}@${DOMAIN}>;tag=203.0.113.9-5070-${random.hex(8)}-${random.hex(4)}-${random.hex(4)}`,
		established: false,
		cseq: random.between(0, 9999),
		edgeCSeq: random.between(218_000_000, 276_000_000)
	};
}

/** The phone's request and the edge's answers. */
export function* asked(
	talk: Talk,
	method: string,
	answers: readonly Answer[],
	headers: HeaderParts = [],
	content?: Content
): Generator<Frame> {
	talk.cseq++;
	const request = phoneRequest(talk, method, headers, content);
	yield { direction: 'sent', text: request };
	for (const answer of answers) {
		yield { direction: 'received', text: response(request, answer, talk.remote) };
	}
}

/** The edge's request and the phone's answers. */
export function* served(
	talk: Talk,
	method: string,
	answers: readonly Answer[],
	headers: HeaderParts = [],
	content?: Content
): Generator<Frame> {
	talk.edgeCSeq++;
	const request = edgeRequest(talk, method, headers, content);
	yield { direction: 'received', text: request };
	yield* answered(talk, request, answers);
}

/** The phone's further answers to a request of the edge. */
export function* answered(
	talk: Talk,
	request: string,
	answers: readonly Answer[]
): Generator<Frame> {
	for (const answer of answers) {
		yield { direction: 'sent', text: response(request, answer, talk.local) };
	}
}

/** What the phone writes, in the SDK's order of fields. */
export function phoneRequest(
	{ phone, random, callId, local, remote, established, cseq }: Talk,
	method: string,
	headers: HeaderParts = [],
	content?: Content
): string {
	return composeRequest({
		method,
		uri: `sip:${DOMAIN}`,
		headers: [
			['Call-Id', callId],
			...headers,
			['From', local],
			['To', established ? remote : untagged(remote)],
			['Via', `SIP/2.0/WSS ${phone.host};branch=z9hG4bK-${random.text(17)}`],
			...contentType(content),
			['User-Agent', 'ringcentral-web-phone-2'],
			['Max-Forwards', '70'],
			['CSeq', `${cseq} ${method}`]
		],
		body: content?.body ?? ''
	});
}

/** What the edge writes, in its order of fields. */
export function edgeRequest(
	{ phone, random, callId, local, remote, established, edgeCSeq }: Talk,
	method: string,
	headers: HeaderParts = [],
	content?: Content
): string {
	return composeRequest({
		method,
		uri: phone.contact,
		headers: [
			['Via', `SIP/2.0/WSS 203.0.113.10:8083;rport;branch=z9hG4bK${random.text(12)}`],
			['From', remote],
			['To', established ? local : untagged(local)],
			['Call-Id', callId],
			['CSeq', `${edgeCSeq} ${method}`],
			['Max-Forwards', '67'],
			['Contact', '<sip:+16505550101@203.0.113.10:8083;transport=wss>'],
			...contentType(content),
			['User-Agent', 'RC_SIPWRP_128.197'],
			...headers
		],
		body: content?.body ?? ''
	});
}

/** @param responder who answers, with a tag */
function response(
	request: string,
	{ status, headers = [], content }: Answer,
	responder: string
): string {
	const asked = parseMessage(request);
	const echoed = ['Via', 'From', 'To', 'Call-Id', 'CSeq'].flatMap((name) =>
		valuesOf(asked, name).map((value) => {
			const isResponder = name === 'To' && status > 100 && untagged(responder) === value;
			return [name, isResponder ? responder : value] as const;
		})
	);
	return composeResponse({
		status,
		headers: [...echoed, ...headers, ...contentType(content)],
		body: content?.body ?? ''
	});
}

function untagged(address: string): string {
	return address.replace(/;tag=.*/, '');
}

function contentType(content: Content | undefined): HeaderParts {
	return content ? [['Content-Type', content.type]] : [];
}
