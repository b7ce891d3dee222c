import { comparableName } from './header-name.ts';

/** What a header field is for. */
export interface FieldMeaning {
	/** In a sentence without its stop. */
	words: string;
	/** The number of the RFC that defines it. */
	rfc: number;
	/** The section of it; absent where the whole of it is about the field. */
	section?: string;
}

const CORE = 3261;

/** By comparable name: [words, section of RFC 3261], or with the RFC that defines it. */
const MEANINGS: Readonly<Record<string, [words: string, section: string, rfc?: number]>> = {
	accept: ['media types that are taken in a body', '20.1'],
	'accept-contact': ['which of the callee’s devices are to be preferred', '9.2', 3841],
	'accept-encoding': ['encodings that are taken in a body', '20.2'],
	'accept-language': ['languages that are preferred', '20.3'],
	'alert-info': ['how to ring; RingCentral asks for an automatic answer by it', '20.4'],
	allow: ['methods that this side takes', '20.5'],
	'allow-events': ['events that can be subscribed to', '8.2.2', 6665],
	'authentication-info': ['the server’s own proof, and the nonce for next time', '20.6'],
	authorization: ['the answer to the challenge of a server (401)', '20.7'],
	'call-id': ['tells this call, or one phone’s registrations, from all others', '20.8'],
	'call-info': ['more about caller or callee; with Alert-Info, when to answer', '20.9'],
	contact: ['where requests to this side are to be sent, or what is to be bound', '20.10'],
	'content-disposition': ['what the body is for', '20.11'],
	'content-encoding': ['how the body is encoded', '20.12'],
	'content-language': ['the language of the body', '20.13'],
	'content-length': ['the length of the body in bytes', '20.14'],
	'content-type': ['the media type of the body', '20.15'],
	cseq: ['a number that grows with each request of the dialog, and the method', '20.16'],
	date: ['when it was first sent', '20.17'],
	diversion: ['from whom the call was diverted, and why', '', 5806],
	'error-info': ['more about an error', '20.18'],
	event: ['what is subscribed to, or told of', '8.2.1', 6665],
	expires: ['for how long it counts, in seconds', '20.19'],
	'feature-caps': ['what proxies on the way can do', '', 6809],
	from: ['who the request is from, with the caller’s tag', '20.20'],
	'history-info': ['whom the request was meant for before', '', 7044],
	identity: ['a signature of who the caller is', '4', 8224],
	'in-reply-to': ['the calls that this one returns', '20.21'],
	join: ['the call that this one is to join', '7.1', 3911],
	'max-forwards': ['how many more hops it may take', '20.22'],
	'min-expires': ['the shortest time that the registrar takes, in seconds', '20.23'],
	'min-se': ['the shortest session interval that is taken, in seconds', '5', 4028],
	'mime-version': ['the version of MIME of the body', '20.24'],
	organization: ['the organization of whoever sent it', '20.25'],
	'p-access-network-info': ['the network that this side is in', '4.4', 7315],
	'p-asserted-identity': ['who the caller is, as the trusted network says', '9.1', 3325],
	'p-associated-uri': ['other addresses-of-record of the user', '4.1', 7315],
	'p-early-media': ['whether there is sound before the answer', '', 5009],
	'p-preferred-identity': ['who the caller would like to be', '9.2', 3325],
	path: ['proxies that requests to the binding must pass', '', 3327],
	priority: ['how urgent it is', '20.26'],
	privacy: ['what is to be kept from the other side', '4.2', 3323],
	'proxy-authenticate': ['a proxy asks for credentials (407)', '20.27'],
	'proxy-authorization': ['the answer to the challenge of a proxy', '20.28'],
	'proxy-require': ['extensions that proxies must understand', '20.29'],
	rack: ['the provisional response that PRACK confirms', '7.2', 3262],
	reason: ['why a request was sent, such as BYE or CANCEL', '2', 3326],
	'record-route': ['a proxy that wants to stay in the way of the dialog', '20.30'],
	'recv-info': ['packages of INFO that this side takes', '8', 6086],
	'refer-to': ['whom to call: where a transfer is to lead', '2.1', 3515],
	'referred-by': ['who asked for the transfer', '3', 3892],
	'reject-contact': ['which of the callee’s devices are to be left out', '9.2', 3841],
	replaces: ['the call whose place this one takes', '6.1', 3891],
	'reply-to': ['where to call back', '20.31'],
	'request-disposition': ['how proxies are to treat the request', '9.1', 3841],
	require: ['extensions that the other side must understand', '20.32'],
	'resource-priority': ['how urgent it is for the network', '3.1', 4412],
	'retry-after': ['when to try again, in seconds', '20.33'],
	route: ['proxies that the request is to pass', '20.34'],
	rseq: ['the number of a reliable provisional response', '7.1', 3262],
	'security-client': ['security mechanisms that the client knows', '2.2', 3329],
	'security-server': ['security mechanisms that the server knows', '2.2', 3329],
	'security-verify': ['the server’s list, sent back', '2.2', 3329],
	server: ['the software of whoever answers', '20.35'],
	'service-route': ['proxies that requests of the registered are to pass', '', 3608],
	'session-expires': ['when the session ends unless refreshed, and who refreshes it', '4', 4028],
	'session-id': ['one name for the call, end to end', '5', 7989],
	'sip-etag': ['the version of what was published', '11.3.1', 3903],
	'sip-if-match': ['the version of a publication that is changed', '11.3.2', 3903],
	subject: ['what the call is about', '20.36'],
	'subscription-state': ['how the subscription stands, and for how long', '8.2.3', 6665],
	supported: ['extensions that this side understands', '20.37'],
	'target-dialog': ['a dialog that both sides know, as proof', '7', 4538],
	timestamp: ['when the request was sent, to measure the round trip', '20.38'],
	to: ['who the request is for; whoever answers adds a tag', '20.39'],
	unsupported: ['extensions that are not understood', '20.40'],
	'user-agent': ['the software of whoever asks', '20.41'],
	'user-to-user': ['what the callers’ applications tell each other', '', 7433],
	via: ['the way the request took; the response takes it back', '20.42'],
	warning: ['more about a status, in words', '20.43'],
	'www-authenticate': ['a server asks for credentials (401)', '20.44']
};

/** `undefined` for fields that no RFC known here defines. */
export function fieldMeaning(name: string): FieldMeaning | undefined {
	const comparable = comparableName(name);
	if (!Object.hasOwn(MEANINGS, comparable)) return undefined;
	const [words = '', section = '', rfc = CORE] = MEANINGS[comparable] ?? [];
	return { words, rfc, ...(section !== '' && { section }) };
}
