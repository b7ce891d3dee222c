import { Command } from '../../../ringcentral/commands.ts';
import { parseRcMessage, type RcMessage } from '../../../ringcentral/rc-message.ts';
import { destinationEnd } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';
import { destinationOf } from '../network/number-plan.ts';
import { reply } from './reply.ts';
import type { RingingLeg } from '../call/ringing-leg.ts';
import { Voicemail } from '../network/voicemail.ts';

type Perform = (edge: Edge, phone: RingingLeg, message: RcMessage) => void;

/** What a ringing phone's user can decide. The SDK needs each one's 200 before its CANCEL. */
const commands: ReadonlyMap<number, Perform> = new Map<number, Perform>([
	[Command.ClientReceiveConfirm, receiveConfirm],
	[Command.ClientReject, (_edge, { ringing, leg }) => void ringing.refuse(leg.account)],
	[Command.ClientVoicemail, (_edge, { ringing }) => void ringing.divert(new Voicemail())],
	[Command.ClientForward, forward],
	[Command.ClientStartReply, (_edge, { ringing }) => ringing.extend()],
	[Command.ClientReply, (edge, phone) => void reply(edge, phone)]
]);

/** A MESSAGE of a phone to the agent (`x-rc/agent`). One that comes too late is answered as well. */
export function rcCommand(edge: Edge, exchange: Exchange): void {
	if (!exchange.connection.account) return void exchange.answer(403);
	exchange.trying();
	void exchange.answer(200);
	const phone = edge.legs.of(exchange)?.rings;
	const message = parseRcMessage(exchange.request.body);
	const isRinging = phone?.leg.state === 'inviting' || phone?.leg.state === 'ringing';
	if (phone && message && isRinging) commands.get(message.command)?.(edge, phone, message);
}

function receiveConfirm(_edge: Edge, phone: RingingLeg, message: RcMessage): void {
	phone.client = message.body['Cln'] ?? phone.client;
}

function forward(edge: Edge, { ringing }: RingingLeg, message: RcMessage): void {
	const destination = destinationOf(message.body['Phn'] ?? '', edge.accounts);
	void ringing.divert(destinationEnd(edge, destination));
}
