import { textOf } from '../../entry-text.ts';
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
		if (pair === undefined || /telephone-event/i.test(textOf(pair.answer.entry))) return undefined;
		if (!/telephone-event/i.test(textOf(pair.offer.entry))) return undefined;
		return {
			sentence: `In the call ${callName(call)} of ${phoneName(call, analysis)}, keys cannot be sent: telephone-event was offered and not answered.`,
			advice:
				'sendDtmf() does nothing then, and menus that ask for a key do not hear it: let the other side answer telephone-event.',
			evidence: [pair.offer.entry, pair.answer.entry]
		};
	}
};
