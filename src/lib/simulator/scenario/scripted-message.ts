import { composeRequest } from '../../sip/compose.ts';
import { tagOf } from '../../sip/fields/address.ts';
import { header, type SipRequest } from '../../sip/message.ts';
import { DOMAIN, usernameOf } from '../accounts.ts';
import type { Connection } from '../core/connection.ts';
import type { Edge } from '../core/edge.ts';
import { composeAnswer } from '../core/transaction/exchange.ts';
import { outgoingHeaders } from '../core/transaction/outgoing.ts';
import { changedHeaders } from './changed-message.ts';
import type { Sighting } from './sighting.ts';
import type { ScriptedAnswer, ScriptedRequest } from './step-schema.ts';

/** What a phone's request is answered with instead of what the edge would say. */
export function scriptedAnswer(
	edge: Edge,
	request: SipRequest,
	{ status, reason, headers = {}, body }: ScriptedAnswer
): string {
	const to = header(request, 'To') ?? '';
	const isTagged = status === 100 || tagOf(to) !== '';
	const tagged = isTagged ? to : `${to};tag=${edge.identifiers.shortTag()}`;
	return composeAnswer(request, status, tagged, { reason, headers: Object.entries(headers), body });
}

/**
 * A request to a phone that the edge would not send by itself.
 * @param cause what set it off, where that was a message
 */
export function scriptedRequest(
	edge: Edge,
	connection: Connection,
	{ method, headers = {}, body, dialog = 'unknown', cseq = 'own' }: ScriptedRequest,
	cause: Sighting | undefined
): string {
	const identity = cause && dialog === 'same' ? sameDialog(cause) : unknownDialog(edge, connection);
	const number = Number.parseInt((cause && header(cause.message, 'CSeq')) ?? '', 10);
	const outgoing = {
		method,
		...identity,
		cseq: cseq === 'same' && Number.isFinite(number) ? number : edge.identifiers.cseq()
	};
	const usual = outgoingHeaders(edge, outgoing, []).map(([name, value]) => ({ name, value }));
	const bound = edge.registrar.all().find((binding) => binding.connection === connection.id);
	return composeRequest({
		method,
		uri: bound?.contact ?? `sip:phone@${edge.settings.address}`,
		headers: changedHeaders(usual, { set: headers }),
		body
	});
}

/** The edge's side is To in what a phone asked, and in the answer to it; else it is From. */
function sameDialog({ from, message }: Sighting) {
	const value = (name: string) => header(message, name) ?? '';
	const phoneAsked = (from === 'phone') === (message.kind === 'request');
	const callId = value('Call-ID');
	return phoneAsked
		? { from: value('To'), to: value('From'), callId }
		: { from: value('From'), to: value('To'), callId };
}

function unknownDialog(edge: Edge, { account }: Connection) {
	const user = account ? usernameOf(account) : 'anonymous';
	return {
		from: `<sip:scenario@${DOMAIN}>;tag=${edge.identifiers.tag()}`,
		to: `<sip:${user}@${DOMAIN}>`,
		callId: edge.identifiers.callId()
	};
}
