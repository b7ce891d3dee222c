import { SECOND } from '../../../trace/instant.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';
import { openedBefore } from './same-phone.ts';

/** A connection that is lost is often not known to be so before. */
const PATIENCE = 10 * SECOND;

export const socketLeftOpen: Rule<'connection'> = {
	id: 'socket-left-open',
	severity: 'warning',
	title: 'A second socket beside the first',
	fires: 'A phone opens another WebSocket, and the one before it is still open 10 s later.',
	source: `${SDK}: start() replaces the socket and does not close it`,
	scope: 'connection',
	check(connection, analysis) {
		const { openedAt, firstSeq, phone } = connection;
		if (openedAt === undefined || phone === undefined) return undefined;
		const due = openedAt + PATIENCE;
		const left = openedBefore(connection, analysis).filter(
			({ closedAt = Infinity }) => closedAt > due
		);
		if (left.length === 0) return undefined;
		const name = phoneName(connection, analysis);
		return {
			sentence: `${name} opened another connection while ${left.length === 1 ? 'one was' : `${left.length} were`} still open.`,
			advice:
				'Close the old socket yourself before start() is called again: what still arrives on it reaches the app a second time, and after a refused registration one more is left at each try.',
			evidence: [
				...left.map((one) => ({ seq: one.firstSeq, at: one.openedAt ?? openedAt })),
				{ seq: firstSeq, at: openedAt }
			],
			due
		};
	}
};
