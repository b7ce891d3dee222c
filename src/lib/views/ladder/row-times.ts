import type { TimedRow } from '../../ladder/row.ts';
import type { TimeMode } from '../../state/stored-options.ts';
import type { Duration, Instant } from '../../trace/instant.ts';
import { formatDelta, formatSinceStart, formatTimeOfDay } from '../time/time-format.ts';

/** What the times of a ladder are told by. */
export interface Clockwork {
	readonly mode: TimeMode;
	/** When the trace began. */
	readonly start: Instant;
	/** When the selected message was seen. */
	readonly selected: Instant | undefined;
	/** From how long on a delay stands out; 0 for never. */
	readonly slowFrom: Duration;
}

/** What a row says of its time. */
export interface RowTimes {
	readonly time: string;
	/** Since the row above; `''` where `time` says that already, or there is none. */
	readonly delta: string;
	readonly slow: boolean;
}

export function rowTimes(at: Instant, above: TimedRow | undefined, clockwork: Clockwork): RowTimes {
	const { mode, start, selected, slowFrom } = clockwork;
	const lapse = above === undefined ? undefined : at - overAt(above, at);
	const delta = lapse === undefined ? '' : formatDelta(lapse);
	const slow = lapse !== undefined && slowFrom > 0 && lapse >= slowFrom;
	switch (mode) {
		case 'clock':
			return { time: formatTimeOfDay(at), delta, slow };
		case 'previous':
			return { time: delta || formatSinceStart(at - start), delta: '', slow };
		case 'selected':
			if (selected === undefined) break;
			return { time: at === selected ? '0' : formatDelta(at - selected), delta, slow };
	}
	return { time: formatSinceStart(at - start), delta, slow };
}

/** When what a row above stands for was over, as seen from a row below it. */
function overAt(above: TimedRow, at: Instant): Instant {
	return above.type === 'fold' && above.until <= at ? above.until : above.at;
}
