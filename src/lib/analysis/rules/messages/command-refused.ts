import type { Rule } from '../rule.ts';
import { cut, messageName, phoneName } from '../words.ts';

export const commandRefused: Rule<'message'> = {
	id: 'command-refused',
	severity: 'warning',
	title: 'A command that the edge did not carry out',
	fires: 'The result in an INFO has a code other than 0, or the INFO that asks is refused.',
	source: 'RingCentral: INFO with application/json; RFC 6086 §4.2.1',
	scope: 'message',
	methods: ['INFO'],
	check(message, analysis) {
		const { entry, head, content, transaction, userAgent } = message;
		if (entry.direction !== 'received') return undefined;
		const name = phoneName(userAgent, analysis);
		const advice =
			'Look at the state of the call: recording, parking and flipping need one that is up and not on hold, and one after the other. The account must be allowed to.';
		const info = content?.info;
		if (info?.kind === 'response' && info.code !== undefined && info.code !== 0) {
			return {
				sentence: `${name} asked for ${cut(info.command)}, and the edge did not carry it out: ${info.code} ${cut(info.description ?? '')}.`,
				advice,
				evidence: [entry]
			};
		}
		const asked = transaction?.request?.content?.info;
		if (head.kind !== 'response' || head.status < 300 || asked?.kind !== 'request')
			return undefined;
		return {
			sentence: `${name} asked for ${cut(asked.command)}, and was refused with ${messageName(message)}.`,
			advice,
			evidence: [transaction?.request?.entry, entry]
		};
	}
};
