import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';

export const unknownDialog: Rule<'call'> = {
	id: 'unknown-dialog',
	severity: 'info',
	title: 'A request for a call that the phone does not know',
	fires:
		'A phone that Sipscope saw start receives a request within a dialog, of which nothing was seen before.',
	source: `RFC 3261 §12.2.2: 481 is due; ${SDK}: it answers 200`,
	scope: 'call',
	check(call, analysis) {
		if (call.direction !== 'unknown' || call.phone === undefined) return undefined;
		const [first] = call.messages;
		if (first?.head.kind !== 'request' || first.entry.direction !== 'received') return undefined;
		const { firstSeq = Infinity } = analysis.phones.get(call.phone) ?? {};
		if (firstSeq > first.entry.seq) return undefined;
		return {
			sentence: `${phoneName(call, analysis)} received ${cut(first.head.method)} for a call that it does not know.`,
			advice:
				'Most likely the page was reloaded while the call was up: the edge still counts it, the SDK has forgotten it. Hang up before the page is left.',
			evidence: [first.entry]
		};
	}
};
