import type { Criterion, Time } from '../criterion.ts';
import { type Duration, MILLISECOND, MINUTE, SECOND } from '../../trace/instant.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import type { ReadValues, ValueError } from './key-reader.ts';

export function timeReader(key: 'after' | 'before'): ReadValues {
	return (values): Criterion | ValueError => {
		const [value, another] = values;
		if (another) return { value: another, message: `"${key}:" takes one time.` };
		const time = value && readTime(value.text);
		if (time) return { key, time };
		const message = `"${value?.text}" is no time: write one such as 12:00:05, 2026-03-07T12:00 or, since the start, 90s.`;
		return { value: value as WrittenValue, message };
	};
}

const UNITS: Readonly<Record<string, Duration>> = {
	ms: MILLISECOND,
	s: SECOND,
	m: MINUTE,
	min: MINUTE,
	h: 60 * MINUTE
};

/** `90s`, `1.5h`; `12:00`, `12:00:05.250`; `2026-03-07`, `2026-03-07T12:00`. */
function readTime(text: string): Time | undefined {
	const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|min|h)$/i.exec(text) ?? [];
	if (amount !== undefined) {
		const elapsed = Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? 0));
		return { kind: 'elapsed', elapsed };
	}
	const [, date, clock] = /^(?:(\d{4}-\d\d-\d\d)(?:[T ]|$))?(\d.*)?$/i.exec(text) ?? [];
	const sinceMidnight = readClock(clock);
	if (sinceMidnight === undefined || (date === undefined && clock === undefined)) return undefined;
	return date === undefined ? { kind: 'clock', sinceMidnight } : readDate(date, sinceMidnight);
}

/** Midnight where nothing is written. */
function readClock(text = '0:00'): Duration | undefined {
	const [, hours, minutes, seconds = '0'] =
		/^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,6})?))?$/.exec(text) ?? [];
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
	if (hours === undefined) return undefined;
	const whole = Number(hours) * 60 + Number(minutes);
	return whole * MINUTE + Math.round(Number(seconds) * SECOND);
}

function readDate(text: string, sinceMidnight: Duration): Time | undefined {
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	const known = new Date(Date.UTC(year, month - 1, day));
	if (known.getUTCMonth() !== month - 1 || known.getUTCDate() !== day) return undefined;
	return { kind: 'date', year, month, day, sinceMidnight };
}
