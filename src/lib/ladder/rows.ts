import type { Sequence } from '../trace/sequence.ts';
import type { Row } from './row.ts';

/**
 * The rows of a ladder from top to bottom, a million of them perhaps: each is made when it is looked at,
 * and is another object the next time.
 */
export interface Rows extends Sequence<Row> {
	/** Where the row of an entry is; -1 where it is not drawn. */
	indexOf(seq: number): number;
}
