import type { LeftOut, LeftOutCount } from '../../formats/reading.ts';
import { formatCount } from '../time/size-format.ts';

const LEFT_OUT: Readonly<Record<LeftOut, (count: string, one: boolean) => string>> = {
	'sockets without SIP': (count, one) => `${count} WebSocket${one ? '' : 's'} without SIP`,
	'other messages': (count, one) => `${count} message${one ? '' : 's'} of theirs`,
	'other lines': (count, one) => `${count} other line${one ? '' : 's'}`,
	'notes on nothing': (count, one) =>
		`${count} note${one ? '' : 's'} or bookmark${one ? '' : 's'} of entries that it has not`,
	'other packets': (count, one) => `${count} packet${one ? '' : 's'} without SIP`,
	'encrypted packets': (count, one) => `${count} encrypted packet${one ? '' : 's'}`
};

/** `Left out: 2 WebSockets without SIP, 34 messages of theirs.`; `''` where nothing was. */
export function leftOutWords(leftOut: readonly LeftOutCount[]): string {
	const parts = leftOut.map(({ what, count }) => LEFT_OUT[what](formatCount(count), count === 1));
	return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}.`;
}
