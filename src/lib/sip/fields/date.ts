const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Seconds since the epoch of a Date, `Sat, 13 Nov 2010 23:29:00 GMT` (RFC 3261 §20.17); `undefined` if
 * it is none, or not in GMT, since what another zone's name means is not told.
 */
export function parseDate(value: string): number | undefined {
	const [, day, month = '', year, hour, minute, second] =
		/^[a-z]{3}, (\d\d) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/i.exec(value) ?? [];
	const monthIndex = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
	if (monthIndex < 0) return undefined;
	const milliseconds = Date.UTC(
		Number(year),
		monthIndex,
		Number(day),
		Number(hour),
		Number(minute),
		Number(second)
	);
	return milliseconds / 1000;
}
