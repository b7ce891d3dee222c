import { SECOND } from '../../../trace/instant.ts';
import { isChallenge } from '../../transactions/authentication.ts';
import type { Rule } from '../rule.ts';
import { isSdk, SDK } from '../sdk.ts';
import { messageName, phoneName } from '../words.ts';

const RETRY_WITHIN = 5 * SECOND;

export const reInviteRefused: Rule<'transaction'> = {
	id: 're-invite-refused',
	severity: 'error',
	title: 'A hold that was refused without the app knowing',
	fires: 'A re-INVITE of the SDK gets 300 or more, and is not tried again with credentials.',
	source: `${SDK}: hold() and unhold() do not look at the answer; RFC 3261 §14.1`,
	scope: 'transaction',
	methods: ['INVITE'],
	check({ side, request, final, retriedBy }, analysis) {
		if (side !== 'client' || !request || !final || final.head.status < 300) return undefined;
		if (request.head.toTag === '' || retriedBy) return undefined;
		if (!isSdk(request)) return undefined;
		const name = phoneName(request.userAgent, analysis);
		const { direction } = request.content?.sdp ?? {};
		const holds = direction === 'sendonly' || direction === 'inactive';
		return {
			sentence: holds
				? `${name} asked to hold the call, and was refused with ${messageName(final)}; hold() has returned all the same, so the app believes that it is held.`
				: `${name} sent a re-INVITE to resume or renew the call, and was refused with ${messageName(final)}; the app is not told.`,
			advice:
				'Look at the answer on the wire before you show the call as held. After 491, try again a moment later; after 481, the call is gone.',
			evidence: [request.entry, final.entry],
			// The SDK never tries again; others do so at once.
			...(isChallenge(final) && { due: final.entry.at + RETRY_WITHIN })
		};
	}
};
