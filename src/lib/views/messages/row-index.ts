import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Sequence } from '../../trace/sequence.ts';
import { countBefore } from '../../trace/count-before.ts';

/** Where the message with that `seq` is in a list in order of `seq`; -1 where it is not. */
export function indexOfSeq(list: Sequence<SeenMessage>, seq: number): number {
	const index = countBefore(list.length, (at) => (list.at(at)?.entry.seq ?? Infinity) < seq);
	return list.at(index)?.entry.seq === seq ? index : -1;
}
