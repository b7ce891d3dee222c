import { type HeaderParts, composeRequest, composeResponse } from '../../src/lib/sip/compose.ts';

/** A message of a flow, by its parts, so that elements can forward and answer it. */
export interface FlowMessage {
	/** That of CSeq for responses. */
	method: string;
	/** Of a request. */
	uri?: string;
	/** Of a response. */
	status?: number;
	/** Topmost first. */
	via: readonly Via[];
	from: string;
	to: string;
	callId: string;
	cseq: number;
	maxForwards: number;
	fields: HeaderParts;
	body?: string;
}

export interface Via {
	host: string;
	branch: string;
}

export function printFlowMessage(message: FlowMessage): string {
	const { method, uri, status, via, from, to, callId, cseq, maxForwards, fields, body } = message;
	const headers: HeaderParts = [
		...via.map(({ host, branch }) => ['Via', `SIP/2.0/TCP ${host}:5060;branch=${branch}`] as const),
		...(status === undefined ? [['Max-Forwards', String(maxForwards)] as const] : []),
		['From', from],
		['To', to],
		['Call-ID', callId],
		['CSeq', `${cseq} ${method}`],
		...fields,
		...(body === undefined ? [] : [['Content-Type', 'application/sdp'] as const])
	];
	return status === undefined
		? composeRequest({ method, uri: uri ?? '', headers, body })
		: composeResponse({ status, headers, body });
}

export function isResponse(message: FlowMessage): boolean {
	return message.status !== undefined;
}

export function tagged(address: string, tag: string): string {
	return address.includes(';tag=') ? address : `${address};tag=${tag}`;
}

/** A description of one audio stream. */
export function description(host: string, direction = 'sendrecv'): string {
	return [
		'v=0',
		`o=- 2890844526 2890844526 IN IP4 ${host}`,
		's=-',
		'c=IN IP4 192.0.2.101',
		't=0 0',
		'm=audio 49172 RTP/AVP 0',
		'a=rtpmap:0 PCMU/8000',
		`a=${direction}`,
		''
	].join('\r\n');
}
