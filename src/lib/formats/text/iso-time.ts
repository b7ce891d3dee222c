import { type Instant, MILLISECOND } from '../../trace/instant.ts';

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** The time of a text in ISO 8601, to its microsecond; `undefined` where it is none. */
export function instantOf(text: string): Instant | undefined {
	const [whole, day, time, fraction = '', offset] = ISO.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const seconds = Date.parse(`${day}T${time}${offset}`);
	if (Number.isNaN(seconds)) return undefined;
	return seconds * MILLISECOND + Number(fraction.padEnd(6, '0').slice(0, 6));
}
