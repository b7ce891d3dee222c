import { header, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';

export const checkSync: Rule<'message'> = {
	id: 'check-sync',
	severity: 'info',
	title: 'Asked to load its configuration again',
	fires: 'A NOTIFY with Event: check-sync comes.',
	source: `${SDK}: it answers every NOTIFY with 200, and does nothing`,
	scope: 'message',
	methods: ['NOTIFY'],
	check({ entry, head, content, userAgent, retransmissionOf }, analysis) {
		if (head.kind !== 'request' || entry.direction !== 'received') return undefined;
		if (content?.sipfrag || retransmissionOf) return undefined;
		const event = header(parseMessage(textOf(entry)), 'Event') ?? '';
		if (!/^check-sync\b/i.test(event)) return undefined;
		return {
			sentence: `${phoneName(userAgent, analysis)} was asked by a NOTIFY (${cut(event)}) to load its configuration again; the SDK answers 200 and does nothing.`,
			advice:
				'Its settings at RingCentral have changed: ask for the sipInfo again, and start the phone anew with it when no call is up.',
			evidence: [entry]
		};
	}
};
