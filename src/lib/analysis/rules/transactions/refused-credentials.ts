import {
	type Authentication,
	parseChallenge,
	parseCredentials
} from '../../../sip/digest/authentication.ts';
import { header, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Transaction } from '../../transactions/transaction.ts';

/** Credentials that were answered with another challenge. */
export interface RefusedCredentials {
	request: SeenMessage;
	refusal: SeenMessage;
	credentials: Authentication;
	/** What they answer, where it was seen. */
	challenge?: Authentication;
	/** What refused them. */
	renewed: Authentication;
	/** They were computed from another nonce than the one that the server wants. */
	stale: boolean;
}

/** Reads them of a phone's request; `undefined` where none were refused. */
export function refusedCredentials(transaction: Transaction): RefusedCredentials | undefined {
	const { side, request, final, challengedBy } = transaction;
	if (side !== 'client' || request?.content?.credentials === undefined) return undefined;
	if (final?.head.status !== 401 && final?.head.status !== 407) return undefined;
	const credentials = parseCredentials(
		valueOf(request, 'Authorization') ?? valueOf(request, 'Proxy-Authorization') ?? ''
	);
	const challenge = challengedBy?.final && challengeIn(challengedBy.final);
	const renewed = challengeIn(final);
	const nonce = challenge?.parameters.get('nonce');
	const stale =
		renewed.parameters.get('stale')?.toLowerCase() === 'true' ||
		(nonce !== undefined && nonce !== credentials.parameters.get('nonce'));
	return { request, refusal: final, credentials, challenge, renewed, stale };
}

function challengeIn(response: SeenMessage): Authentication {
	return parseChallenge(
		valueOf(response, 'WWW-Authenticate') ?? valueOf(response, 'Proxy-Authenticate') ?? ''
	);
}

function valueOf({ entry }: SeenMessage, name: string): string | undefined {
	return header(parseMessage(textOf(entry)), name);
}
