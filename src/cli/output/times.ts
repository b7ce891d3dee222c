import { type Duration, type Instant, MILLISECOND, SECOND } from '../../lib/trace/instant.ts';

/** `2026-03-07T12:00:05.250123Z`: ISO 8601, in UTC, with microseconds; sorted as text it is sorted by time. */
export function isoTime(at: Instant): string {
	const milliseconds = Math.floor(at / MILLISECOND);
	const rest = String(at - milliseconds * MILLISECOND).padStart(3, '0');
	return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}

/** The same of a time that may not have come. */
export function isoTimeIfAny(at: Instant | undefined): string | undefined {
	return at === undefined ? undefined : isoTime(at);
}

/** `14:03:07.412` in the time zone of this machine, `2026-03-07 14:03:07.412` with its day. */
export function localTime(at: Instant, withDay: boolean): string {
	const date = new Date(at / MILLISECOND);
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
	const clock = `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
	return withDay ? `${day} ${clock}` : clock;
}

/** Whether two instants are of different days here. */
export function spansDays(first: Instant, last: Instant): boolean {
	return (
		new Date(first / MILLISECOND).toDateString() !== new Date(last / MILLISECOND).toDateString()
	);
}

/** In seconds, with all their digits: `0.048123`. */
export function secondsOf(duration: Duration | undefined): number | undefined {
	return duration === undefined ? undefined : duration / SECOND;
}

/** `0.048`, for a column; `''` where there is none. */
export function fixedSeconds(duration: Duration | undefined): string {
	return duration === undefined ? '' : (duration / SECOND).toFixed(3);
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
