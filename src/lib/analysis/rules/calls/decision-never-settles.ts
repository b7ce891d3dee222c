import { Command } from '../../../ringcentral/commands.ts';
import { textOf } from '../../entry-text.ts';
import type { Call } from '../../calls/call.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';

/** What waits for the CANCEL. */
const ACTIONS: ReadonlyMap<number, string> = new Map([
	[Command.ClientForward, 'forward()'],
	[Command.ClientVoicemail, 'toVoicemail()'],
	[Command.ClientReject, 'decline()']
]);

const DECIDED = new Set(['declined', 'voicemail', 'forwarded']);

export const decisionNeverSettles: Rule<'call'> = {
	id: 'decision-never-settles',
	severity: 'warning',
	title: 'A decline that never settles',
	fires:
		'The CANCEL after decline(), toVoicemail() or forward() comes before the answer to their MESSAGE; or, for the first two, it does not spell its field Call-Id.',
	source: `${SDK}: they wait for the 200 to the CANCEL, by headers["Call-Id"], from the MESSAGE’s answer on`,
	scope: 'call',
	check(call, analysis) {
		if (call.direction !== 'inbound' || !DECIDED.has(call.outcome ?? '')) return undefined;
		const { decision, cancel } = decisionIn(call);
		const answer = decision?.transaction?.final;
		if (decision === undefined || cancel === undefined || answer === undefined) return undefined;
		const action = ACTIONS.get(decision.content?.command?.number ?? 0);
		if (action === undefined || !isSdk(decision)) return undefined;
		const tooEarly = cancel.entry.seq < answer.entry.seq;
		const misspelt = action !== 'forward()' && !/\r\nCall-Id: /.test(textOf(cancel.entry));
		if (!tooEarly && !misspelt) return undefined;
		const cause = tooEarly
			? 'the CANCEL came before the answer to its MESSAGE'
			: 'the CANCEL spells Call-ID otherwise than the SDK looks for it';
		return {
			sentence: `${phoneName(call, analysis)} has ended the call, but ${action} never settles: ${cause}.`,
			advice:
				'Do not wait for it: take the session’s “disposed” event, which comes all the same. A dispose() of the phone while it rings would hang likewise.',
			evidence: [decision.entry, answer.entry, cancel.entry]
		};
	}
};

function decisionIn({ messages }: Call): { decision?: SeenMessage; cancel?: SeenMessage } {
	const decision = messages.findLast(
		({ entry, head, content }) =>
			entry.direction === 'sent' &&
			head.kind === 'request' &&
			ACTIONS.has(content?.command?.number ?? 0)
	);
	const cancel = messages.find(
		({ entry, head }) =>
			entry.direction === 'received' && head.kind === 'request' && head.method === 'CANCEL'
	);
	return { decision, cancel };
}
