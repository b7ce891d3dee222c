import { Command } from '../../../ringcentral/commands.ts';
import { sendAgentMessage } from './agent-message.ts';
import type { Edge } from '../edge.ts';
import { ReplyPrompt } from './reply-prompt.ts';
import type { RingingLeg } from '../call/ringing-leg.ts';

/** The callee's words are read to the caller, whose key decides what the callee is told. */
export async function reply(edge: Edge, phone: RingingLeg): Promise<void> {
	const { conversation } = phone.leg;
	if (!conversation) return;
	const caller = conversation.other(phone.ringing);
	const prompt = new ReplyPrompt(edge);
	// The CANCEL goes first: the SDK counts on that order.
	await phone.ringing.divert(prompt, false);
	const choice = await prompt.choice;
	sendAgentMessage(edge, phone.leg, Command.SessionClose, {
		Cln: phone.client,
		...choice,
		Phn: caller.party?.number ?? '',
		Nm: caller.party?.name ?? ''
	});
}
