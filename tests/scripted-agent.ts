import { composeRcMessage } from '../src/lib/ringcentral/rc-message.ts';
import { composeRequest } from '../src/lib/sip/compose.ts';
import { DOMAIN, EDGE_ADDRESS, MAIN_NUMBER, type ScriptedPhone } from './scripted-phone.ts';

interface Meant {
	phone: ScriptedPhone;
	/** `#996016`. */
	agent: string;
	/** `''` where no call is named. */
	sid: string;
}

/** A command between a phone and RingCentral's agent, as XML. */
export function agentCommand(
	cmd: number,
	{ phone, agent, sid }: Meant,
	body: Record<string, string>
): string {
	const header = {
		SID: sid,
		Req: sid && '{REQUEST}',
		From: `${agent}@${DOMAIN}:5060`,
		To: `${MAIN_NUMBER}*${phone.extension}`,
		Cmd: String(cmd)
	};
	return composeRcMessage(header, body);
}

/** A MESSAGE of the agent, in a Call-ID of its own. */
export function agentMessage(phone: ScriptedPhone, agent: string, body: string): string {
	const { trace } = phone;
	return composeRequest({
		method: 'MESSAGE',
		uri: 'sip:page7f@page7f.invalid;transport=wss',
		headers: [
			['Via', `SIP/2.0/WSS ${EDGE_ADDRESS}:8083;rport;branch=z9hG4bKe${trace.next()}`],
			['From', `<sip:${agent.replace('#', '%23')}@${DOMAIN}>;tag=agent`],
			['To', `<${phone.address}>`],
			['Call-Id', `agent-${trace.next()}`],
			['CSeq', `${218_000_000 + trace.next()} MESSAGE`],
			['Content-Type', 'x-rc/agent']
		],
		body
	});
}
