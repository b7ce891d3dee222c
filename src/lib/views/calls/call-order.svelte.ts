import type { CallColumn } from './call-columns.ts';

/** By what the calls of this page are sorted, whichever trace is looked at. */
class CallOrder {
	column = $state<CallColumn>('started');
	descending = $state(true);

	/** Sorts by a column; by the same one the other way round. */
	sortBy(column: CallColumn): void {
		this.descending = column === this.column ? !this.descending : false;
		this.column = column;
	}
}

export const callOrder = new CallOrder();
