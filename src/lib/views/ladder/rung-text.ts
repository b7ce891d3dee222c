import type { Lane } from '../../ladder/lane.ts';
import type { Mark, Rung } from '../../ladder/row.ts';
import { formatLapse } from '../time/time-format.ts';

/** A rung in words: `Alice sends INVITE to Edge, sdp opus sendrecv, 12 ms after 407 Unauthorized`. */
export function rungText(
	rung: Rung,
	lanes: readonly Lane[],
	above: Rung | Mark | undefined
): string {
	const from = lanes[rung.from]?.title ?? 'Unknown';
	const to = lanes[rung.to]?.title ?? 'unknown';
	return [
		`${from} sends ${rung.label} to ${to}`,
		rung.retransmission ? 'repeated' : '',
		rung.note,
		above ? `${formatLapse(Math.abs(rung.at - above.at))} after ${above.label}` : ''
	]
		.filter(Boolean)
		.join(', ');
}
