import { SECOND } from '../../../trace/instant.ts';
import type { Connection } from '../../connection.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { lapse, phoneName } from '../words.ts';
import { openedAfter } from './same-phone.ts';

const PATIENCE = 10 * SECOND;

/** Closed on purpose, by either side: normal, without a code, or as the page was left (RFC 6455 §7.4). */
const ON_PURPOSE = new Set([1000, 1001, 1005]);

export const socketLost: Rule<'connection'> = {
	id: 'socket-lost',
	severity: 'warning',
	title: 'A connection that was lost and not replaced',
	fires:
		'An open WebSocket is lost (not code 1000, 1001 or 1005), and the phone opens no other within 10 s.',
	source: `RFC 6455 §7.4.1; ${SDK}: it does not listen for the close of its socket`,
	scope: 'connection',
	check(connection, analysis) {
		const { openedAt, closedAt, closedBy, closeCode = 0, phone } = connection;
		if (openedAt === undefined || closedAt === undefined || closedBy === undefined)
			return undefined;
		if (phone === undefined || ON_PURPOSE.has(closeCode)) return undefined;
		const due = closedAt + PATIENCE;
		const next = openedAfter(connection, analysis);
		if (next && (next.openedAt ?? 0) <= due) return undefined;
		const name = phoneName(connection, analysis);
		const advice =
			'Only the app can notice: listen for “close” on the sipClient’s wsc, and call start() again with a growing pause. After that, reInvite() the calls that are up.';
		const closing = { seq: closedBy, at: closedAt };
		if (next?.openedAt !== undefined) {
			return {
				sentence: `${name} lost its connection (code ${closeCode}) and was unreachable for ${lapse(next.openedAt - closedAt)}, until it dialled again.`,
				advice,
				evidence: [closing, openingOf(next, next.openedAt)]
			};
		}
		return {
			sentence: `${name} lost its connection (code ${closeCode}), and has not dialled again: it can neither call nor be called.`,
			advice,
			evidence: [closing],
			due
		};
	}
};

function openingOf({ firstSeq }: Connection, at: number) {
	return { seq: firstSeq, at };
}
