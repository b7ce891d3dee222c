import type { Hidden } from './hidden.ts';
import type { Lane } from './lane.ts';
import type { Leg } from './leg.ts';
import type { Rows } from './rows.ts';

/** What is drawn: lanes side by side, rows from top to bottom. */
export interface Ladder {
	readonly lanes: readonly Lane[];
	readonly rows: Rows;
	/** The calls that its rungs are told apart by; none where that is not asked for. */
	readonly legs: readonly Leg[];
	readonly hidden: Hidden;
}
