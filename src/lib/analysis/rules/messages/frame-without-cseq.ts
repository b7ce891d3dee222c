import { keepAlive } from '../../../sip/keep-alive.ts';
import { textOf } from '../../entry-text.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';
import { outstandingAt } from './outstanding.ts';

export const frameWithoutCseq: Rule<'message'> = {
	id: 'frame-without-cseq',
	severity: 'warning',
	title: 'A frame that makes the SDK throw',
	fires:
		'The SDK receives a keep-alive, or anything else without CSeq, while it waits for an answer.',
	source: `${SDK}: every frame is compared by its CSeq; RFC 7118 §6`,
	scope: 'message',
	check(message, analysis) {
		const { entry, head } = message;
		if (head.cseq >= 0 || entry.direction !== 'received' || entry.bytes) return undefined;
		const request = outstandingAt(message, analysis);
		if (request === undefined || !isSdk(request)) return undefined;
		const what = keepAlive(textOf(entry)) ? 'a keep-alive of empty lines' : 'a frame without CSeq';
		return {
			sentence: `${phoneName(message.userAgent, analysis)} received ${what} while it waited for the answer to its ${messageName(request)}: the SDK throws a TypeError that nobody catches.`,
			advice:
				'Let the server keep the connection alive by WebSocket pings instead of CRLF frames. In the app, listen for “unhandledrejection”.',
			evidence: [request.entry, entry]
		};
	}
};
