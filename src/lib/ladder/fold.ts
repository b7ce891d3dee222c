/** What can be folded away: what repeats by itself, or says again what was said. */
export type FoldKind = 'refresh' | 'keep-alive' | 'challenge' | 'retransmission';

export const FOLD_KINDS: readonly FoldKind[] = [
	'refresh',
	'challenge',
	'keep-alive',
	'retransmission'
];

/** Stands where something is folded, and opens it. */
export interface FoldHead {
	/** Seq of the message at its head: the same as long as the trace. */
	readonly id: number;
	readonly kind: FoldKind;
	/** Whether its messages are drawn below it. */
	readonly open: boolean;
	/** How many messages are, or would be, hidden. */
	readonly count: number;
}

/** Whether its head is a line of its own, in the place of all; else it is the first of its messages. */
export function hasOwnLine(kind: FoldKind): boolean {
	return kind === 'refresh' || kind === 'keep-alive';
}
