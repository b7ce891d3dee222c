import { header, parseMessage } from '../../../sip/message.ts';
import type { Analysis } from '../../analysis.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Conclusion, Rule } from '../rule.ts';
import { cut, listOf, messageName, phoneName } from '../words.ts';

export const malformedMessage: Rule<'message'> = {
	id: 'malformed-message',
	severity: 'warning',
	title: 'A message that is not proper SIP',
	fires:
		'A frame is no SIP and no keep-alive either, or lacks Via, From, To, Call-ID or CSeq; or a request with problems is answered 400.',
	source: 'RFC 3261 §7, §8.1.1, §21.4.1',
	scope: 'message',
	check(message, analysis) {
		const { kind, isComplete, status } = message.head;
		if (kind === 'unreadable') return unreadable(message, analysis);
		if (!isComplete) return incomplete(message, analysis);
		return status === 400 ? refused(message, analysis) : undefined;
	}
};

function unreadable({ entry, userAgent }: SeenMessage, analysis: Analysis): Conclusion | undefined {
	const text = textOf(entry);
	// Another rule tells of binary frames, where it is certain that they are.
	if (text.trim() === '' || (entry.bytes && entry.phone)) return undefined;
	const [line = ''] = text.trim().split(/[\r\n]/, 1);
	const does = entry.direction === 'sent' ? 'sent' : 'received';
	return {
		sentence: `${phoneName(userAgent, analysis)} ${does} a frame that is not SIP: “${cut(line)}”.`,
		advice: 'Look at the message: who sent it, and whether something in between cut or changed it.',
		evidence: [entry]
	};
}

function incomplete({ entry, head, userAgent }: SeenMessage, analysis: Analysis): Conclusion {
	const parsed = parseMessage(textOf(entry));
	const missing = MANDATORY.filter((name) => header(parsed, name) === undefined);
	// What is left is a CSeq that cannot be read.
	const without = listOf(missing.length > 0 ? missing : ['a readable CSeq']);
	const does = entry.direction === 'sent' ? 'sent' : 'received';
	const what = head.kind === 'request' ? cut(head.method) : `a response ${head.status}`;
	return {
		sentence: `${phoneName(userAgent, analysis)} ${does} ${what} without ${without}.`,
		advice:
			'Whoever wrote it must mend it: without these no answer finds its request, and no message its call.',
		evidence: [entry]
	};
}

const MANDATORY = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** Whoever answers 400 found something, and so may we. */
function refused(refusal: SeenMessage, analysis: Analysis): Conclusion | undefined {
	const request = refusal.transaction?.request;
	const [problem] = request ? parseMessage(textOf(request.entry)).problems : [];
	if (request === undefined || problem === undefined) return undefined;
	const place = problem.field === undefined ? 'its form' : `its field ${cut(problem.field)}`;
	const did = request.entry.direction === 'sent' ? 'was refused' : 'refused';
	return {
		sentence: `${phoneName(request.userAgent, analysis)} ${did} with ${messageName(refusal)} for a ${request.head.method} that is not proper SIP: ${place} breaks ${problem.source}.`,
		advice: 'Open the request: what is wrong is marked where it is.',
		evidence: [request.entry, refusal.entry]
	};
}
