import type { Duration, Instant } from '../../trace/instant.ts';
import { MILLISECOND, MINUTE, SECOND } from '../../trace/instant.ts';

const HOUR: Duration = 60 * MINUTE;

/** A true minus sign: as wide as the plus above and below it in a column. */
const MINUS = '\u2212';

const timeOfDay = new Intl.DateTimeFormat('en-GB', {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	fractionalSecondDigits: 3
});

const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `14:03:07.412`, in the reader's time zone. */
export function formatTimeOfDay(at: Instant): string {
	return timeOfDay.format(at / MILLISECOND);
}

/** `7 Mar 2026, 14:03`, as the reader's locale writes it. */
export function formatDateAndTime(at: Instant): string {
	return dateAndTime.format(at / MILLISECOND);
}

/** Time since the trace's first entry: `0.407`, `1:05.883`, `2:01:05.883`; seconds with milliseconds. */
export function formatSinceStart(elapsed: Duration): string {
	const sign = elapsed <= -MILLISECOND / 2 ? MINUS : '';
	const total = Math.round(Math.abs(elapsed) / MILLISECOND);
	const seconds = (total % 60_000) / 1000;
	const minutes = Math.floor(total / 60_000) % 60;
	const hours = Math.floor(total / 3_600_000);
	if (hours > 0) return `${sign}${hours}:${pad(minutes)}:${padSeconds(seconds)}`;
	if (minutes > 0) return `${sign}${minutes}:${padSeconds(seconds)}`;
	return `${sign}${seconds.toFixed(3)}`;
}

/** What passed since the message before: `+48 ms`, `+3.80 s`, `+12 min`; a clock may also step back. */
export function formatDelta(delta: Duration): string {
	return (delta < 0 ? MINUS : '+') + formatLapse(Math.abs(delta));
}

/** A short time, to three digits: `0.4 ms`, `48 ms`, `3.80 s`, `15.9 s`; from two minutes on `12 min`. */
export function formatLapse(lapse: Duration): string {
	const milliseconds = lapse / MILLISECOND;
	if (milliseconds === 0) return '0 ms';
	if (milliseconds < 9.95) return `${trimZero(milliseconds.toFixed(1))} ms`;
	if (milliseconds < 999.5) return `${milliseconds.toFixed(0)} ms`;
	const seconds = lapse / SECOND;
	if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
	if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
	if (seconds < 119.5) return `${seconds.toFixed(0)} s`;
	return formatLong(lapse);
}

/** How long a call or a trace lasted: `0.2 s`, `15.9 s`, `1 min 20 s`, `12 min`, `2 h 5 min`. */
export function formatDuration(duration: Duration): string {
	const seconds = duration / SECOND;
	if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
	if (seconds < 599.5) {
		const whole = Math.round(seconds);
		const rest = whole % 60;
		return rest === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${rest} s`;
	}
	return formatLong(duration);
}

function formatLong(duration: Duration): string {
	const minutes = Math.round(duration / MINUTE);
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	const rest = minutes - hours * 60;
	if (hours >= 48) return `${Math.round(duration / (24 * HOUR))} days`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function trimZero(fixed: string): string {
	return fixed.endsWith('.0') ? fixed.slice(0, -2) : fixed;
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}

function padSeconds(seconds: number): string {
	return seconds.toFixed(3).padStart(6, '0');
}
