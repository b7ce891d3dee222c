import { Command } from '../../../ringcentral/commands.ts';
import { composeRcMessage } from '../../../ringcentral/rc-message.ts';
import { DOMAIN, usernameOf } from '../../accounts.ts';
import type { Edge } from '../edge.ts';
import type { Leg } from '../call/leg.ts';
import { outgoingHeaders } from '../transaction/outgoing.ts';

const SIP_PORT = 5060;

/**
 * Tells a phone something about its call in a MESSAGE of RingCentral's agent: Cmd 7 "answered
 * elsewhere", 9 "session closed", 2 "resources are free". It is outside of the call's dialog.
 */
export function sendAgentMessage(
	edge: Edge,
	leg: Leg,
	command: number,
	body: Record<string, string>
): void {
	const { conversation, connection, account } = leg;
	if (!conversation || !connection.open) return;
	const cseq = edge.identifiers.cseq();
	const agent = `${conversation.agent}@${DOMAIN}`;
	const user = `${usernameOf(account)}@${DOMAIN}`;
	const header = {
		// Resources are freed of the phone, not of one call.
		SID: command === Command.ServerFreeResources ? '' : conversation.sid,
		Req: '',
		From: `${agent}:${SIP_PORT}`,
		To: `${user}:${SIP_PORT}`,
		Cmd: String(command)
	};
	const outgoing = {
		method: 'MESSAGE',
		from: `<sip:${agent.replace('#', '%23')}>;tag=${edge.identifiers.hex(32)}`,
		to: `<sip:${user}>`,
		callId: edge.identifiers.callId(),
		cseq
	};
	void edge.transactions.send(
		connection,
		{
			method: 'MESSAGE',
			uri: leg.target,
			cseq,
			headers: outgoingHeaders(edge, outgoing, [['Content-Type', 'x-rc/agent']]),
			body: composeRcMessage(header, body)
		},
		{ within: edge.settings.answerWithin }
	);
}
