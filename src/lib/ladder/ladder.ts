import type { Lane } from './lane.ts';
import type { Row } from './row.ts';

/** What is drawn: lanes side by side, rows from top to bottom. */
export interface Ladder {
	readonly lanes: Lane[];
	readonly rows: Row[];
}
