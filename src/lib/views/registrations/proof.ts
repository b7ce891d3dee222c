import type { Analysis } from '../../analysis/analysis.ts';

/** Of the entries that prove a state, those that decide: no 100 Trying, no challenge that was answered. */
export function decisive(evidence: readonly number[], analysis: Analysis): number[] {
	return evidence.filter((seq) => {
		const message = analysis.messageAt(seq);
		if (message === undefined) return true;
		const { head, transaction } = message;
		if (head.kind === 'response' && head.status < 200) return false;
		return transaction?.retriedBy === undefined;
	});
}
