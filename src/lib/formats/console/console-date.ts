import { type Instant, MILLISECOND, SECOND } from '../../trace/instant.ts';

/** A date in a line of a log, and how finely it tells the time. */
export interface LogDate {
	readonly at: Instant;
	/** A second, where the log tells no more. */
	readonly resolution: typeof SECOND | typeof MILLISECOND;
}

/** As JavaScript prints a Date: `Wed Jan 22 2025 19:01:23 GMT+0200 (Eastern European …)`. */
const PRINTED = /[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;

/** ISO 8601, with or without a colon in its offset: `2021-10-27T10:02:16.835+0800`. */
const ISO = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})([.,]\d{1,6})?\s?(Z|[+-]\d{2}:?\d{2})?/;

/** The date in a line; `undefined` where it has none. A date without offset counts as UTC. */
export function dateIn(line: string): LogDate | undefined {
	const printed = PRINTED.exec(line)?.[0];
	if (printed !== undefined) return dated(Date.parse(printed), SECOND);
	const [iso, day, time, fraction = '', offset = 'Z'] = ISO.exec(line) ?? [];
	if (iso === undefined) return undefined;
	const written = `${day}T${time}${fraction.replace(',', '.').slice(0, 4)}${withColon(offset)}`;
	return dated(Date.parse(written), fraction === '' ? SECOND : MILLISECOND);
}

function withColon(offset: string): string {
	return offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
}

function dated(milliseconds: number, resolution: LogDate['resolution']): LogDate | undefined {
	return Number.isNaN(milliseconds) ? undefined : { at: milliseconds * MILLISECOND, resolution };
}
