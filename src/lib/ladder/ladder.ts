import type { Lane } from './lane.ts';
import type { Rows } from './rows.ts';

/** What is drawn: lanes side by side, rows from top to bottom. */
export interface Ladder {
	readonly lanes: readonly Lane[];
	readonly rows: Rows;
}
