import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { cut, phoneName } from '../words.ts';

export const transferFailed: Rule<'message'> = {
	id: 'transfer-failed',
	severity: 'error',
	title: 'A transfer that failed at its target',
	fires: 'A NOTIFY of a transfer says 300 or more.',
	source: 'RFC 3515 §2.4.5',
	scope: 'message',
	methods: ['NOTIFY'],
	check({ entry, head, content, call, userAgent, retransmissionOf }, analysis) {
		const fragment = content?.sipfrag;
		if (fragment === undefined || fragment.status < 300 || retransmissionOf) return undefined;
		if (head.kind !== 'request' || entry.direction !== 'received') return undefined;
		const refer = call?.messages.findLast((message) => isReferBefore(message, entry.seq));
		const target = cut(refer?.content?.referTo?.number ?? 'somebody');
		return {
			sentence: `${phoneName(userAgent, analysis)} could not transfer the call to ${target}: ${fragment.status} ${cut(fragment.reason)}.`,
			advice:
				'The call itself goes on: tell the person so, and take it off hold. The SDK does not read NOTIFYs; transfer() throws after 10 s.',
			evidence: [refer?.entry, entry]
		};
	}
};

function isReferBefore({ entry, head }: SeenMessage, seq: number): boolean {
	return head.kind === 'request' && head.method === 'REFER' && entry.seq < seq;
}
