import { MILLISECOND } from '../../trace/instant.ts';
import type { TraceFormat } from '../format.ts';
import { addressOf } from './address-text.ts';
import { type Heading, headedTextReader } from './headed-text.ts';

/** `2026/05/28 20:26:40.040000 192.0.2.11:5062 -> 203.0.113.10:5060`, in the time of whoever saved it. */
const HEADING =
	/^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\.(\d{3})(\d{3}) (\S+:\d{1,5}) -> (\S+:\d{1,5})\s*$/;

/**
 * What sngrep saves as `.txt`, dialog by dialog. It does not tell the transport, which counts as UDP, nor the time zone, which
 * counts as UTC.
 */
export const sngrepText: TraceFormat = {
	id: 'sngrep',
	name: 'Text saved by sngrep',
	extensions: ['.txt'],
	reader: headedTextReader({ heading, isUnordered: true })
};

function heading(line: string): Heading | undefined {
	const match = HEADING.exec(line);
	if (match === null) return undefined;
	const [, year, month, day, time, milliseconds, microseconds, source = '', destination = ''] =
		match;
	const date = Date.parse(`${year}-${month}-${day}T${time}.${milliseconds}Z`);
	if (Number.isNaN(date)) return undefined;
	return {
		at: date * MILLISECOND + Number(microseconds),
		path: { source: addressOf(source), destination: addressOf(destination), transport: 'UDP' }
	};
}
