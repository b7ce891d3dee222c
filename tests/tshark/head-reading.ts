import { parseContacts } from '../../src/lib/sip/fields/contact.ts';
import { branchOf } from '../../src/lib/sip/fields/via.ts';
import { splitList } from '../../src/lib/sip/grammar/list.ts';
import { scanHead } from '../../src/lib/sip/head.ts';
import { headers, parseMessage } from '../../src/lib/sip/message.ts';
import type { Dissection } from './tshark.ts';

/** What both of us read of a frame's head. */
export interface HeadReading {
	method: string;
	status: number;
	uri: string;
	callId: string;
	cseq: number;
	fromTag: string;
	toTag: string;
	branches: string[];
	expires: number;
	contacts: string[];
	/** Of the contacts that have one. */
	contactExpires: number[];
}

/** `undefined` where it is no SIP. */
export function ourHead(text: string): HeadReading | undefined {
	const head = scanHead(text);
	if (head.kind === 'unreadable') return undefined;
	const { method, status, uri, callId, cseq, fromTag, toTag, expires } = head;
	const message = parseMessage(text);
	const contacts = parseContacts(headers(message, 'Contact'));
	const bound = contacts === '*' ? [] : contacts;
	return {
		method,
		status,
		uri,
		callId,
		cseq,
		fromTag,
		toTag,
		branches: headers(message, 'Via')
			.flatMap(splitList)
			.map(branchOf)
			.filter((branch) => branch !== ''),
		expires,
		contacts: bound.map((contact) => contact.uri),
		contactExpires: bound.flatMap(({ expiresSeconds }) => expiresSeconds ?? [])
	};
}

export const HEAD_FIELDS = [
	'sip.Method',
	'sip.Status-Code',
	'sip.r-uri',
	'sip.Call-ID',
	'sip.CSeq.seq',
	'sip.CSeq.method',
	'sip.from.tag',
	'sip.to.tag',
	'sip.Via.branch',
	'sip.Expires',
	'sip.contact.uri',
	'sip.contact.parameter'
];

export function theirHead(read: Dissection): HeadReading | undefined {
	const [method] = read['sip.Method'] ?? [];
	const [status] = read['sip.Status-Code'] ?? [];
	if (method === undefined && status === undefined) return undefined;
	const first = (field: string) => read[field]?.[0] ?? '';
	const number = (field: string, absent: number) => Number(read[field]?.[0] ?? absent);
	return {
		method: method ?? first('sip.CSeq.method'),
		status: number('sip.Status-Code', 0),
		uri: first('sip.r-uri'),
		callId: first('sip.Call-ID'),
		cseq: number('sip.CSeq.seq', -1),
		fromTag: first('sip.from.tag'),
		toTag: first('sip.to.tag'),
		branches: [...(read['sip.Via.branch'] ?? [])],
		expires: number('sip.Expires', -1),
		contacts: [...(read['sip.contact.uri'] ?? [])],
		contactExpires: (read['sip.contact.parameter'] ?? []).flatMap(
			(parameter) => /^expires=(\d+)$/i.exec(parameter)?.slice(1).map(Number) ?? []
		)
	};
}
