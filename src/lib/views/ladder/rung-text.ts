import type { Lane } from '../../ladder/lane.ts';
import type { Leg } from '../../ladder/leg.ts';
import type { FoldLine, Missing, Rung, TimedRow } from '../../ladder/row.ts';
import { formatLapse } from '../time/time-format.ts';

/** A rung in words: `Alice sends INVITE to Edge, sdp opus pcmu sendrecv, 12 ms after 407 Unauthorized`. */
export function rungText(
	rung: Rung,
	lanes: readonly Lane[],
	above: TimedRow | undefined,
	leg?: Leg
): string {
	const { fold } = rung;
	return [
		`${nameOf(lanes[rung.from])} sends ${rung.label} to ${nameOf(lanes[rung.to])}`,
		rung.retransmission ? 'repeated' : '',
		rung.note,
		leg ? `call ${leg.name}, ${leg.title}` : '',
		above ? `${formatLapse(Math.abs(rung.at - above.at))} after ${above.label}` : '',
		fold ? (fold.open ? 'unfolded' : `${fold.count} more folded, arrow right shows them`) : ''
	]
		.filter(Boolean)
		.join(', ');
}

/** `12 refreshes of Alice, 72 messages in 11 min, folded, Enter shows them`. */
export function foldText({ from, label, note, fold }: FoldLine, lanes: readonly Lane[]): string {
	const state = fold.open ? 'unfolded, Enter folds them' : 'folded, Enter shows them';
	return `${label} of ${nameOf(lanes[from])}, ${note}, ${state}`;
}

/** `Edge sends no response to Alice, to REGISTER · within 32 s`. */
export function missingText({ from, to, label, note }: Missing, lanes: readonly Lane[]): string {
	return `${nameOf(lanes[from])} sends ${label} to ${nameOf(lanes[to])}, ${note}`;
}

function nameOf(lane: Lane | undefined): string {
	return lane?.title ?? 'unknown';
}
