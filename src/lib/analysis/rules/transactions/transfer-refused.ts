import type { Rule } from '../rule.ts';
import { cut, messageName, phoneName } from '../words.ts';

export const transferRefused: Rule<'transaction'> = {
	id: 'transfer-refused',
	severity: 'error',
	title: 'A transfer that was refused',
	fires: 'A REFER gets 300 or more, and is not tried again with credentials.',
	source: 'RFC 3515 §2.4.2',
	scope: 'transaction',
	methods: ['REFER'],
	check({ side, request, final, retriedBy }, analysis) {
		if (side !== 'client' || !request || !final) return undefined;
		if (final.head.status < 300 || retriedBy) return undefined;
		const target = request.content?.referTo?.number ?? 'somebody';
		return {
			sentence: `${phoneName(request.userAgent, analysis)} asked to transfer the call to ${cut(target)}, and was refused with ${messageName(final)}.`,
			advice:
				'The call itself goes on: tell the person so, and take it off hold. Look whether the account may transfer, and whether the number is one that can be called.',
			evidence: [request.entry, final.entry]
		};
	}
};
