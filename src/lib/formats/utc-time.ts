import { type Instant, MILLISECOND } from '../trace/instant.ts';

/** `2026-05-28T20:26:40.123456Z`: who reads a file may sit in another time zone. */
export function utcTime(at: Instant): string {
	const milliseconds = Math.floor(at / MILLISECOND);
	const microseconds = String(at - milliseconds * MILLISECOND).padStart(3, '0');
	return new Date(milliseconds).toISOString().replace('Z', `${microseconds}Z`);
}
