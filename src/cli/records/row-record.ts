import type { Lane } from '../../lib/ladder/lane.ts';
import type { Row } from '../../lib/ladder/row.ts';
import { isoTime, secondsOf } from '../output/times.ts';

/** A row of a ladder as a line of JSON: documented in docs/command-line.md. Lanes are told by their titles. */
export function rowRecord(row: Row, lanes: readonly Lane[]): object {
	if (row.type === 'gap') {
		return { type: row.type, label: row.label, seconds: secondsOf(row.duration) };
	}
	const { type, seq, at, label, note } = row;
	const told = { type, seq, time: isoTime(at), label, note: note || undefined };
	if (row.type === 'mark') return { ...told, lane: lanes[row.lane]?.title };
	const fold = 'fold' in row ? row.fold : undefined;
	return {
		...told,
		from: lanes[row.from]?.title,
		to: lanes[row.to]?.title,
		retransmission: row.type === 'rung' && row.retransmission ? true : undefined,
		folded: fold && { kind: fold.kind, count: fold.count }
	};
}
