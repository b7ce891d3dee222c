import { header, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import { hasCredentials } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';

/** What the SDK looks for, by the method that was challenged. */
const READ_BY_SDK: Readonly<Record<string, { field: string; nonce: RegExp; wanted: string }>> = {
	INVITE: { field: 'Proxy-Authenticate', nonce: /, nonce="(.+?)"/, wanted: ', nonce="…"' },
	REGISTER: { field: 'Www-Authenticate', nonce: /\bnonce="([^"]+)"/, wanted: 'nonce="…"' }
};

export const challengeUnreadable: Rule<'transaction'> = {
	id: 'challenge-unreadable',
	severity: 'error',
	title: 'A challenge that the SDK cannot read',
	fires:
		'A 407 to an INVITE has no “, nonce="…"” in Proxy-Authenticate, or a 401 to a REGISTER no nonce in Www-Authenticate, and no credentials follow.',
	source: `${SDK}: the nonce of a 407 is found by a comma and a space before it`,
	scope: 'transaction',
	methods: ['INVITE', 'REGISTER'],
	check({ side, method, request, final, retriedBy }, analysis) {
		const challenged = final?.head.status === (method === 'INVITE' ? 407 : 401);
		if (side !== 'client' || !challenged || retriedBy) return undefined;
		const read = READ_BY_SDK[method];
		if (read === undefined || request === undefined || isInDialog(request)) return undefined;
		if (hasCredentials(request)) return undefined;
		const { field, nonce, wanted } = read;
		const value = header(parseMessage(textOf(final.entry)), field);
		if ((value !== undefined && nonce.test(value)) || !isSdk(request)) return undefined;
		return {
			sentence: `${phoneName(request.userAgent, analysis)} cannot answer the ${messageName(final)} to its ${method}: ${value === undefined ? `it has no ${field}` : `its ${field} has no ${wanted}`}.`,
			advice: `Let the server write ${field}: Digest realm="…", nonce="…", with a comma and a space before the nonce: it is all that the SDK looks for.`,
			evidence: [request.entry, final.entry]
		};
	}
};

function isInDialog({ head }: SeenMessage): boolean {
	return head.toTag !== '';
}
