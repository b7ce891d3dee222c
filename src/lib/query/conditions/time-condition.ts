import { type Instant, MILLISECOND } from '../../trace/instant.ts';
import type { Time } from '../criterion.ts';
import type { Condition } from './condition.ts';

export function atOrAfter(time: Time): Condition {
	let start: Instant | undefined;
	let from: Instant = 0;
	return ({ entry }, { startedAt }) => {
		if (startedAt !== start) {
			start = startedAt;
			from = instantOf(time, startedAt);
		}
		return entry.at >= from;
	};
}

/** Which instant is meant in a trace that began then; days are those of this machine's time zone. */
export function instantOf(time: Time, startedAt: Instant): Instant {
	if (time.kind === 'elapsed') return startedAt + time.elapsed;
	const began = new Date(startedAt / MILLISECOND);
	const midnight =
		time.kind === 'date'
			? new Date(time.year, time.month - 1, time.day)
			: new Date(began.getFullYear(), began.getMonth(), began.getDate());
	// By the clock on the wall: on the day on which clocks change, an hour is missing or there twice.
	const milliseconds = Math.floor(time.sinceMidnight / MILLISECOND);
	midnight.setMilliseconds(milliseconds);
	return midnight.getTime() * MILLISECOND + (time.sinceMidnight % MILLISECOND);
}
