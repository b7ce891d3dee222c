import { parseCredentials } from '../../../sip/digest/authentication.ts';
import { header, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import { challengeIn, challengeKind, isChallenge } from '../../transactions/authentication.ts';
import type { Transaction } from '../../transactions/transaction.ts';
import type { Proof } from '../rule.ts';

/** Credentials of a phone that were answered with another challenge. */
export interface RefusedCredentials {
	kind: 'stale nonce' | 'refused credentials';
	request: SeenMessage;
	refusal: SeenMessage;
	/** Of the credentials, `''` where they name none; and what was asked for. */
	username: string;
	realm: string;
	realmWanted: string;
	evidence: (Proof | undefined)[];
}

/** Reads them of a request's transaction; `undefined` where none were refused. */
export function refusedCredentials(transaction: Transaction): RefusedCredentials | undefined {
	const { side, request, final, challengedBy } = transaction;
	if (side !== 'client' || request === undefined || final === undefined) return undefined;
	if (!isChallenge(final)) return undefined;
	// Of two challenges in a row; a healthy request has one.
	if (challengedBy === undefined && request.content?.credentials === undefined) return undefined;
	const kind = challengeKind(transaction);
	if (kind === undefined || kind === 'first') return undefined;
	const realmWanted = challengeIn(challengedBy?.final ?? final).realm ?? '';
	// Each proxy on the way asks for credentials of its own.
	if ((challengeIn(final).realm ?? realmWanted) !== realmWanted) return undefined;
	const name = final.head.status === 401 ? 'Authorization' : 'Proxy-Authorization';
	const value = header(parseMessage(textOf(request.entry)), name) ?? '';
	const { parameters } = parseCredentials(value);
	return {
		kind,
		request,
		refusal: final,
		username: parameters.get('username') ?? '',
		realm: parameters.get('realm') ?? '',
		realmWanted,
		evidence: [challengedBy?.final?.entry, request.entry, final.entry]
	};
}
