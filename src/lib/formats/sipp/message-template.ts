import { textOf } from '../../analysis/entry-text.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { parseAddress } from '../../sip/fields/address.ts';
import { comparableName } from '../../sip/fields/header-name.ts';
import { type HeaderField, parseMessage } from '../../sip/message.ts';
import { parseUri } from '../../sip/uri.ts';
import { literal } from './literal.ts';
import type { Role } from './played-call.ts';
import { sessionTemplate } from './session-template.ts';

/** What a message that SIPp sends depends on beside itself. */
export interface TemplateContext {
	readonly role: Role;
	/** How many steps before this one the INVITE is whose branch it shares; 0 for a branch of its own. */
	readonly branchOf: number;
	/** What is known of the peer's Contact: whether SIPp can send to it. */
	readonly knowsTarget: boolean;
	/** Where values of the request are kept that is answered; `undefined` where it was received last. */
	readonly kept: string | undefined;
}

/** Fields that SIPp writes itself, or that a message must not have twice. */
const OWN = new Set([
	'via',
	'from',
	'to',
	'call-id',
	'cseq',
	'contact',
	'content-length',
	'route',
	'record-route'
]);
const CREDENTIALS = new Set(['authorization', 'proxy-authorization']);
const OWN_TAG: Readonly<Record<Role, string>> = {
	uac: ';tag=[pid]SIPpTag00[call_number]',
	uas: ';tag=[pid]SIPpTag01[call_number]'
};

/** The lines of a message as SIPp sends it, its own addresses, tags and branches as keywords. */
export function messageTemplate(message: SeenMessage, context: TemplateContext): string[] {
	const text = textOf(message.entry);
	const { headers, body } = parseMessage(text);
	const { head } = message;
	const lead =
		head.kind === 'request' ? requestLead(message, context) : responseLead(message, context);
	const fields = headers.flatMap((field) => fieldTemplate(field));
	const isSession = /^application\/sdp\b/i.test(head.contentType);
	const lines = isSession ? sessionTemplate(body) : body.split(/\r\n|\r|\n/).map(literal);
	return [...lead, ...fields, 'Content-Length: [len]', '', ...(body === '' ? [] : lines)];
}

/** An ACK in the transaction of an INVITE that was refused (RFC 3261 §17.1.1.3). */
export function ackTemplate(invite: SeenMessage, context: TemplateContext): string[] {
	const { head } = invite;
	return [
		`ACK ${literal(head.uri)} SIP/2.0`,
		via(context),
		...parties(head.from, head.to, true, context),
		'Call-ID: [call_id]',
		`CSeq: ${head.cseq} ACK`,
		'Max-Forwards: 70',
		'Content-Length: 0',
		''
	];
}

function requestLead({ head }: SeenMessage, context: TemplateContext): string[] {
	const within = head.toTag !== '';
	const follows = within && context.knowsTarget && context.branchOf === 0;
	return [
		`${head.method} ${follows ? '[next_url]' : literal(head.uri)} SIP/2.0`,
		via(context),
		...parties(head.from, head.to, within, context),
		'Call-ID: [call_id]',
		`CSeq: ${head.cseq} ${head.method}`,
		...contact(head.contact)
	];
}

function responseLead(
	{ head, transaction }: SeenMessage,
	{ role, kept }: TemplateContext
): string[] {
	const answers = transaction?.request?.head;
	const isNew = (answers?.toTag ?? '') === '' && head.status > 100;
	const tag = isNew ? OWN_TAG[role] : '';
	const repeated =
		kept === undefined
			? ['[last_Via:]', '[last_From:]', `[last_To:]${tag}`, '[last_Call-ID:]', '[last_CSeq:]']
			: [
					`Via:[$${kept}_via]`,
					`From:[$${kept}_from]`,
					`To:[$${kept}_to]${tag}`,
					'Call-ID: [call_id]',
					`CSeq:[$${kept}_cseq]`
				];
	const reason = literal(head.reason);
	return [`SIP/2.0 ${head.status} ${reason}`.trim(), ...repeated, ...contact(head.contact)];
}

function via({ branchOf }: TemplateContext): string {
	const branch = branchOf === 0 ? '[branch]' : `[branch-${branchOf}]`;
	return `Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}`;
}

/** From and To. A UAS has both from the INVITE that it received. */
function parties(from: string, to: string, within: boolean, { role }: TemplateContext): string[] {
	if (role === 'uas') return [`From:[$local]${OWN_TAG.uas}`, 'To:[$remote]'];
	const peer = within ? '[peer_tag_param]' : '';
	return [
		`From: ${literal(withoutTag(from))}${OWN_TAG.uac}`,
		`To: ${literal(withoutTag(to))}${peer}`
	];
}

function contact(value: string): string[] {
	if (value === '') return [];
	const user = parseUri(parseAddress(value)?.uri ?? '')?.user ?? '';
	const at = user === '' ? '' : `${literal(user)}@`;
	return [`Contact: <sip:${at}[local_ip]:[local_port];transport=[transport]>`];
}

function fieldTemplate({ name, value }: HeaderField): string[] {
	const known = comparableName(name);
	if (CREDENTIALS.has(known)) return ['[authentication]'];
	return OWN.has(known) ? [] : [`${literal(name)}: ${literal(value)}`];
}

function withoutTag(value: string): string {
	return value.replace(/;\s*tag=[^;,\s]*/i, '');
}
