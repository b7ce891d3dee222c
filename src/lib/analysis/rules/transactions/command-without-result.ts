import { SECOND } from '../../../trace/instant.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, phoneName } from '../words.ts';

/** Where a result comes, it comes within a second. */
const PATIENCE = 10 * SECOND;

export const commandWithoutResult: Rule<'transaction'> = {
	id: 'command-without-result',
	severity: 'warning',
	title: 'A command without a result',
	fires:
		'An INFO that asks to record, park or flip is answered 200, and its result does not come in an INFO within 10 s.',
	source: `${SDK}: the result comes in an INFO of the edge, and is waited for without end`,
	scope: 'transaction',
	methods: ['INFO'],
	revisit: true,
	check({ side, request, final }, analysis) {
		if (side !== 'client' || !request || !final) return undefined;
		const { content, call } = request;
		if (content?.info?.kind !== 'request' || final.head.status >= 300) return undefined;
		if (call?.messages.some((message) => isResult(message, request))) return undefined;
		const command = cut(content.info.command);
		return {
			sentence: `${phoneName(request.userAgent, analysis)} asked for ${command}, which was taken with ${final.head.status}, but its result never came.`,
			advice:
				'The SDK waits for the result without end: give the action a time limit of your own, and do not ask again while it may still be at work.',
			evidence: [request.entry, final.entry],
			due: final.entry.at + PATIENCE
		};
	}
};

function isResult({ entry, content }: SeenMessage, request: SeenMessage): boolean {
	const info = content?.info;
	if (info?.kind !== 'response' || entry.direction !== 'received') return false;
	return info.command === request.content?.info?.command && entry.seq > request.entry.seq;
}
