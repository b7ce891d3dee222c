import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';

export const binaryFrame: Rule<'message'> = {
	id: 'binary-frame',
	severity: 'error',
	title: 'A binary frame, which the SDK cannot read',
	fires: 'A phone that Sipscope recorded receives a binary frame.',
	source: `${SDK}: it splits event.data as a string; RFC 7118 §4.2`,
	scope: 'message',
	check({ entry, userAgent }, analysis) {
		if (entry.bytes === undefined || entry.direction !== 'received') return undefined;
		if (entry.phone === undefined) return undefined;
		return {
			sentence: `${phoneName(userAgent, analysis)} received a binary frame of ${entry.bytes.length} bytes: the SDK throws at it, and whatever it said is lost.`,
			advice: 'Let the server, or the proxy in between, send SIP in text frames.',
			evidence: [entry]
		};
	}
};
