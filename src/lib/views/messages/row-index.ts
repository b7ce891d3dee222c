import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Sequence } from '../../trace/sequence.ts';

/** Where the message with that `seq` is in a list in order of `seq`; -1 where it is not. */
export function indexOfSeq(list: Sequence<SeenMessage>, seq: number): number {
	let low = 0;
	let high = list.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = list.at(middle)?.entry.seq ?? -1;
		if (found === seq) return middle;
		if (found < seq) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
