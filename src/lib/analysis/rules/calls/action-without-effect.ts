import type { Entry } from '../../../trace/entry.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';

/** What the SDK asks RingCentral for by the call's P-rc. */
const ACTIONS = new Set(['decline', 'toVoicemail', 'forward', 'startReply', 'reply']);

export const actionWithoutEffect: Rule<'call'> = {
	id: 'action-without-effect',
	severity: 'warning',
	title: 'An action that does nothing',
	fires: 'A person declines, forwards, replies or sends to voicemail a call without P-rc.',
	source: `${SDK}: without P-rc it sends nothing, and says so to nobody`,
	scope: 'call',
	check(call, analysis) {
		if (call.direction !== 'inbound' || call.marks.length === 0) return undefined;
		const [invite] = call.messages;
		if (invite === undefined || invite.content?.command) return undefined;
		const action = call.marks.find(isActionOnRinging);
		if (action?.kind !== 'phone' || action.event !== 'action') return undefined;
		return {
			sentence: `${phoneName(call, analysis)} was asked for “${action.action}”, but the INVITE has no P-rc: the SDK sent nothing, and the call rings on.`,
			advice:
				'Offer such actions for calls of RingCentral’s alone. Any other can be answered; to refuse it, the app must write the 486 or 603 itself.',
			evidence: [invite.entry, action]
		};
	}
};

function isActionOnRinging(entry: Entry): boolean {
	return entry.kind === 'phone' && entry.event === 'action' && ACTIONS.has(entry.action);
}
