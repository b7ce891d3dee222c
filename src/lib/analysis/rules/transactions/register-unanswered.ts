import { SECOND } from '../../../trace/instant.ts';
import { hasCredentials } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { phoneName } from '../words.ts';

/** Of the SDK, for a REGISTER without credentials. */
const CLOSES_AFTER = 5 * SECOND;

/** Timer F. */
const PATIENCE = 32 * SECOND;

export const registerUnanswered: Rule<'transaction'> = {
	id: 'register-unanswered',
	severity: 'error',
	title: 'A REGISTER without an answer',
	fires:
		'A REGISTER has no final response after 5 s, when the SDK closes the socket; with credentials, after 32 s.',
	source: `${SDK}: start() and the refresh wait for ever; RFC 3261 §17.1.2.2 (timer F)`,
	scope: 'transaction',
	methods: ['REGISTER'],
	check({ side, request, responses, final }, analysis) {
		if (side !== 'client' || final || request === undefined) return undefined;
		if (request.entry.undelivered) return undefined;
		const name = phoneName(request.userAgent, analysis);
		const inTwo = hasCredentials(request);
		return {
			sentence: inTwo
				? `${name} gave its credentials, and the registrar never answered: start() waits for ever.`
				: `${name} had no answer to its REGISTER within 5 s: the SDK closes the socket, and start() never settles.`,
			advice:
				'Give start() a time limit of your own; after it, make a new WebPhone, or try the backup proxy with toggleBackupOutboundProxy().',
			evidence: [request.entry, ...responses.map(({ entry }) => entry)],
			due: request.entry.at + (inTwo ? PATIENCE : CLOSES_AFTER)
		};
	}
};
