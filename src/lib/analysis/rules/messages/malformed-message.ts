import { keepAlive } from '../../../sip/keep-alive.ts';
import { parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { cut, listOf, phoneName } from '../words.ts';

export const malformedMessage: Rule<'message'> = {
	id: 'malformed-message',
	severity: 'warning',
	title: 'A message that is not proper SIP',
	fires:
		'A frame is no SIP and no keep-alive either, or lacks From, To, Call-ID or CSeq; or a request with problems is answered 400.',
	source: 'RFC 3261 §7, §8.1.1, §21.4.1',
	scope: 'message',
	check(message, analysis) {
		const { entry, head, userAgent } = message;
		if (isComplete(message) && head.status !== 400) return undefined;
		const name = phoneName(userAgent, analysis);
		const does = entry.direction === 'sent' ? 'sent' : 'received';
		if (head.kind === 'unreadable') {
			const text = textOf(entry);
			// Another rule tells of binary frames, where it is certain that they are.
			if (keepAlive(text) || text.trim() === '' || (entry.bytes && entry.phone)) return undefined;
			const [line = ''] = text.trim().split(/[\r\n]/, 1);
			return {
				sentence: `${name} ${does} a frame that is not SIP: “${cut(line)}”.`,
				advice:
					'Look at the message: who sent it, and whether something in between cut or changed it.',
				evidence: [entry]
			};
		}
		const missing = missingIn(message);
		if (missing.length > 0) {
			return {
				sentence: `${name} ${does} a ${nounOf(message)} without ${listOf(missing)}.`,
				advice:
					'Whoever wrote it must mend it: without these no answer finds its request, and no message its call.',
				evidence: [entry]
			};
		}
		return refusedFor(message, name);
	}
};

/** Most messages are: so it costs little to tell. */
function isComplete({ head }: SeenMessage): boolean {
	return head.cseq >= 0 && head.callId !== '' && head.from !== '' && head.to !== '';
}

function missingIn({ head }: SeenMessage): string[] {
	const fields = { From: head.from, To: head.to, 'Call-ID': head.callId };
	const missing = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [name] : []));
	if (head.cseq < 0) missing.push('a readable CSeq');
	return missing;
}

/** Whoever answers 400 found something, and so may we. */
function refusedFor(message: SeenMessage, name: string) {
	const { head, transaction } = message;
	if (head.status !== 400 || transaction?.request === undefined) return undefined;
	const { request } = transaction;
	const [problem] = parseMessage(textOf(request.entry)).problems;
	if (problem === undefined) return undefined;
	const place = problem.field === undefined ? 'its form' : `its field ${cut(problem.field)}`;
	const does = request.entry.direction === 'sent' ? `${name} was refused` : `${name} refused`;
	return {
		sentence: `${does} with ${head.status} ${cut(head.reason)} for a ${request.head.method} that is not proper SIP: ${place} breaks ${problem.source}.`,
		advice: 'Open the request: what is wrong is marked where it is.',
		evidence: [request.entry, message.entry]
	};
}

function nounOf({ head }: SeenMessage): string {
	return head.kind === 'request' ? cut(head.method) : `response ${head.status}`;
}
