import type { TimedRow } from './row.ts';

/** What a row says, in one line: `INVITE  (again)  sdp opus pcmu sendrecv`. */
export function wordsOf(row: TimedRow): string {
	return onOneLine([row.label, asideOf(row), row.note].filter(Boolean).join('  '));
}

/** What is to be told between a row's label and its note. */
export function asideOf(row: TimedRow): string {
	if (row.type !== 'rung') return '';
	const { retransmission, fold } = row;
	const repeats = fold?.kind === 'retransmission' && !fold.open ? `(+${fold.count} repeated)` : '';
	return retransmission ? '(again)' : repeats;
}

/** Text from a trace may hold anything; here it is one line. */
export function onOneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
