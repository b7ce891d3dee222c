import type { SeenMessage } from '../analysis/seen-message.ts';
import type { FoldHead } from './fold.ts';
import { lapse } from './gap.ts';
import type { Ends } from './lanes.ts';
import type { FoldLine } from './row.ts';

interface Folded {
	readonly first: SeenMessage;
	readonly last: SeenMessage;
	readonly exchanges: number;
}

/** The line that stands for noise. */
export function foldLine(fold: FoldHead, ends: Ends, { first, last, exchanges }: Folded): FoldLine {
	const isRefresh = fold.kind === 'refresh';
	const name = isRefresh ? ['refresh', 'refreshes'] : ['keep-alive', 'keep-alives'];
	const at = first.entry.at;
	const until = last.entry.at;
	const messages = fold.count === 1 ? '1 message' : `${fold.count} messages`;
	const pending = isPending(last) ? 'the last without answer yet' : '';
	return {
		type: 'fold',
		seq: fold.id,
		at,
		until,
		from: ends.phone,
		to: ends.server,
		label: `${exchanges} ${exchanges === 1 ? name[0] : name[1]}`,
		note: [until > at ? `${messages} in ${lapse(until - at)}` : messages, pending]
			.filter(Boolean)
			.join(' · '),
		tone: isRefresh ? 'register' : 'other',
		fold
	};
}

function isPending({ attempt, transaction }: SeenMessage): boolean {
	const exchange = attempt ?? transaction;
	return exchange !== undefined && exchange.final === undefined;
}
