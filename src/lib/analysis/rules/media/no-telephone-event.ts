import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { callName, phoneName } from '../words.ts';
import { sessionPair } from './session-of.ts';

export const noTelephoneEvent: Rule<'call'> = {
	id: 'no-telephone-event',
	severity: 'warning',
	title: 'A call in which key presses cannot be sent',
	fires: 'The offer of a call names telephone-event, and the answer does not.',
	source: 'RFC 4733 §2.5.1; W3C WebRTC, canInsertDTMF',
	scope: 'call',
	check(call, analysis) {
		if (call.answeredAt === undefined) return undefined;
		const pair = sessionPair(call);
		if (pair === undefined || namesIt(pair.answer) || !namesIt(pair.offer)) return undefined;
		return {
			sentence: `In the call ${callName(call)} of ${phoneName(call, analysis)}, keys cannot be sent: telephone-event was offered and not answered.`,
			advice:
				'sendDtmf() does nothing then, and menus that ask for a key do not hear it: let the other side answer telephone-event.',
			evidence: [pair.offer.entry, pair.answer.entry]
		};
	}
};

function namesIt({ entry, head }: SeenMessage): boolean {
	const text = textOf(entry);
	// As nearly everybody spells it, which is found in a fraction of the time.
	return text.includes('telephone-event', head.bodyOffset) || /telephone-event/i.test(text);
}
