import type { MediaEntry } from '../../../trace/entry.ts';
import type { Instant } from '../../../trace/instant.ts';
import type { Call } from '../../calls/call.ts';

export type StatsEntry = Extract<MediaEntry, { event: 'stats' }>;
export type StateEntry = Exclude<MediaEntry, { event: 'stats' }>;

/** The media events of a call in which something got into that state, in order of seq. */
export function statesOf(
	{ marks }: Call,
	event: StateEntry['event'],
	...states: readonly string[]
): StateEntry[] {
	return marks.filter(
		(mark): mark is StateEntry =>
			mark.kind === 'media' && mark.event === event && states.includes(mark.state)
	);
}

/** The first count of its packets from an instant on. */
export function statsFrom({ marks }: Call, since: Instant): StatsEntry | undefined {
	return marks.find(
		(mark): mark is StatsEntry =>
			mark.kind === 'media' && mark.event === 'stats' && mark.at >= since
	);
}

/** The last count of its packets. */
export function lastStatsOf({ marks }: Call): StatsEntry | undefined {
	return marks.findLast(
		(mark): mark is StatsEntry => mark.kind === 'media' && mark.event === 'stats'
	);
}
