import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';

export const undelivered: Rule<'message'> = {
	id: 'undelivered',
	severity: 'error',
	title: 'Sent on a socket that was not open',
	fires: 'The SDK sends a message while its WebSocket is closing or closed.',
	source: `WHATWG WebSockets, send(): it discards silently; ${SDK}: it does not look`,
	scope: 'message',
	check(message, analysis) {
		const { entry, userAgent, connection } = message;
		if (!entry.undelivered) return undefined;
		const closing =
			connection?.closedBy === undefined || connection.closedAt === undefined
				? undefined
				: { seq: connection.closedBy, at: connection.closedAt };
		return {
			sentence: `${phoneName(userAgent, analysis)} sent ${messageName(message)} on a socket that was not open: it never left the browser.`,
			advice:
				'Listen for the socket’s close event yourself, and start() again before anything else is sent: the SDK has no handler for it, and reports no failure.',
			evidence: [closing && closing.seq < entry.seq ? closing : undefined, entry]
		};
	}
};
