import { onOneLine } from '../../lib/ladder/row-words.ts';
import type { LossEntry } from '../../lib/trace/entry.ts';
import { EXIT } from '../exit-code.ts';
import type { ReadFile } from '../input/read-file.ts';

/** So many losses are told one by one. */
const MOST_LOSSES = 5;

/** Tells on standard error what of a file is no part of the trace, or could not be read. */
export function remarkOn({ leftOut, losses, failure }: ReadFile): void {
	if (leftOut.length > 0) {
		remark(`Left out: ${leftOut.map(({ what, count }) => `${count} ${what}`).join(', ')}.`);
	}
	for (const loss of losses.slice(0, MOST_LOSSES)) remark(`Lost: ${describeLoss(loss)}.`);
	const more = losses.length - MOST_LOSSES;
	if (more > 0) remark(`Lost: ${more} more like these.`);
	if (failure === undefined) return;
	remark(`The rest could not be read. ${failure.message}`);
	process.exitCode = EXIT.partial;
}

/** A line on standard error, which text of a trace may be part of. */
export function remark(words: string): void {
	console.error(onOneLine(words));
}

function describeLoss({ seq, reason, count, detail }: LossEntry): string {
	const many = count === undefined || count === 1 ? '' : `${count} entries, `;
	return `${many}${reason}${detail ? `: ${detail}` : ''} (at entry ${seq})`;
}
