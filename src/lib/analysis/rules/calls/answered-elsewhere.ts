import { Command } from '../../../ringcentral/commands.ts';
import type { Call } from '../../calls/call.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { callName, lapse, phoneName } from '../words.ts';

export const answeredElsewhere: Rule<'call'> = {
	id: 'answered-elsewhere',
	severity: 'info',
	title: 'Answered on another phone',
	fires: 'A ringing call is taken back after Cmd 7 AlreadyProcessed.',
	source: 'RingCentral: a call rings at every instance, and the first to answer has it',
	scope: 'call',
	check(call, analysis) {
		if (call.outcome !== 'answered elsewhere' || call.endedAt === undefined) return undefined;
		const [invite] = call.messages;
		const taken = call.conversation.calls.find((leg) => isTakenBy(leg, call));
		const by = taken ? phoneName(taken, analysis) : 'another phone';
		return {
			sentence: `${phoneName(call, analysis)} stopped ringing for ${callName(call)} after ${lapse(Math.max(0, call.endedAt - call.startedAt))}, because ${by} answered.`,
			advice:
				'Nothing is wrong: show it as answered elsewhere, not as missed. The SDK only tells that the session is disposed.',
			evidence: [invite?.entry, ...call.messages.filter(isTellingOf).map(({ entry }) => entry)]
		};
	}
};

function isTakenBy(leg: Call, call: Call): boolean {
	return leg !== call && leg.direction === 'inbound' && leg.answeredAt !== undefined;
}

/** Cmd 7, and the CANCEL. */
function isTellingOf({ head, content, entry }: SeenMessage): boolean {
	if (head.kind !== 'request' || entry.direction !== 'received') return false;
	return head.method === 'CANCEL' || content?.command?.number === Command.AlreadyProcessed;
}
