import type { SeenMessage } from '../../analysis/seen-message.ts';
import { authenticationRounds } from '../../analysis/transactions/authentication.ts';
import type { Ladder } from '../../ladder/ladder.ts';
import type { Row } from '../../ladder/row.ts';
import type { RowRange } from './row-index.ts';

/** What of a ladder is in a picture. */
export type Scope = 'range' | 'all' | 'around' | 'transaction' | 'call';

/** More rows than these are no picture that anybody could look at, or a browser could draw. */
export const MOST_ROWS = 2_000;
/** Rows above and below the selected one. */
const AROUND = 25;

/** The rows of a scope, in order. Without a selected message, `around` is the beginning. */
export function rowsIn(
	scope: Scope,
	{ rows }: Pick<Ladder, 'rows'>,
	selected: SeenMessage | undefined,
	range?: RowRange
): Row[] {
	switch (scope) {
		case 'range':
			return range ? rowsBetween(rows, range.first, range.last + 1) : [];
		case 'all':
			return rowsBetween(rows, 0, MOST_ROWS);
		case 'around': {
			const index = selected ? rows.indexOf(selected.entry.seq) : -1;
			const first = index < 0 ? 0 : Math.max(0, index - AROUND);
			return rowsBetween(rows, first, Math.max(index, AROUND) + AROUND + 1);
		}
		case 'transaction':
			return rowsOf(rows, transactionSeqs(selected));
		case 'call':
			return rowsOf(rows, callSeqs(selected));
	}
}

/** Those that there are for what is selected; what is most likely meant comes first. */
export function scopesOf(
	rowCount: number,
	selected: SeenMessage | undefined,
	range?: RowRange
): Scope[] {
	const scopes: Scope[] = range && range.last - range.first < MOST_ROWS ? ['range'] : [];
	if (rowCount <= MOST_ROWS) scopes.push('all');
	if (rowCount > 2 * AROUND) scopes.push('around');
	if (selected?.transaction) scopes.push('transaction');
	if (selected?.call) scopes.push('call');
	return scopes;
}

function rowsBetween(rows: Ladder['rows'], first: number, end: number): Row[] {
	const found: Row[] = [];
	for (let index = first; index < Math.min(end, rows.length); index++) {
		const row = rows.at(index);
		if (row) found.push(row);
	}
	return found;
}

function rowsOf(rows: Ladder['rows'], seqs: readonly number[]): Row[] {
	const places = new Set(seqs.map((seq) => rows.indexOf(seq)).filter((index) => index >= 0));
	const sorted = [...places].sort((a, b) => a - b).slice(0, MOST_ROWS);
	return sorted.flatMap((index) => rows.at(index) ?? []);
}

function transactionSeqs(selected: SeenMessage | undefined): number[] {
	if (selected?.transaction === undefined) return [];
	const rounds = authenticationRounds(selected.transaction);
	const cancels = rounds.flatMap(({ cancelledBy, cancels: invite }) => [
		...(cancelledBy ? [cancelledBy] : []),
		...(invite ? [invite] : [])
	]);
	return [...rounds, ...cancels]
		.flatMap(({ request, responses, acks, retransmissions }) => [
			...(request ? [request] : []),
			...responses,
			...acks,
			...retransmissions
		])
		.map(({ entry }) => entry.seq);
}

function callSeqs(selected: SeenMessage | undefined): number[] {
	const { messages = [], marks = [] } = selected?.call ?? {};
	return [...messages.map(({ entry }) => entry.seq), ...marks.map(({ seq }) => seq)];
}
