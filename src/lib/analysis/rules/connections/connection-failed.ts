import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';

export const connectionFailed: Rule<'connection'> = {
	id: 'connection-failed',
	severity: 'error',
	title: 'A socket that never opened',
	fires: 'A WebSocket closes without having been open.',
	source: `RFC 6455 §7.1.7; ${SDK}: start() throws, and tries no other proxy`,
	scope: 'connection',
	check(connection, analysis) {
		const { openedAt, closedAt, closedBy, closeCode, url, firstSeq } = connection;
		if (closedAt === undefined || closedBy === undefined) return undefined;
		// A trace that begins later may have missed the opening, and says no address either.
		if (openedAt !== undefined || url === undefined) return undefined;
		return {
			sentence: `${phoneName(connection, analysis)} could not open a connection to ${cut(url)} (code ${closeCode ?? 'unknown'}).`,
			advice:
				'The browser does not tell a page why. Look at host and port, at the certificate, and whether a firewall or proxy lets WebSockets through; then try the backup proxy with toggleBackupOutboundProxy().',
			evidence: [
				{ seq: firstSeq, at: closedAt },
				{ seq: closedBy, at: closedAt }
			]
		};
	}
};
