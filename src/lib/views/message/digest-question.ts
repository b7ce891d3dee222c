import { textOf } from '../../analysis/entry-text.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import {
	type Authentication,
	isDigest,
	parseChallenge,
	parseCredentials
} from '../../sip/digest/authentication.ts';
import type { DigestQuestion } from '../../sip/digest/verdict.ts';
import { header, headers, parseMessage } from '../../sip/message.ts';

/** What credentials have to be judged by, but for the password. */
export type OpenQuestion = Omit<DigestQuestion, 'password'>;

/** `undefined` where a request has no digest credentials. */
export function digestQuestion(message: SeenMessage): OpenQuestion | undefined {
	const { entry, head, transaction } = message;
	if (head.kind !== 'request') return undefined;
	const parsed = parseMessage(textOf(entry));
	const value = header(parsed, 'Authorization') ?? header(parsed, 'Proxy-Authorization');
	const credentials = value === undefined ? undefined : parseCredentials(value);
	if (credentials === undefined || !isDigest(credentials)) return undefined;
	const realm = credentials.parameters.get('realm');
	return {
		credentials,
		challenge: challengeIn(transaction?.challengedBy?.final, realm),
		renewed: challengeIn(transaction?.final, realm),
		method: head.method,
		requestUri: head.uri,
		body: parsed.body
	};
}

/** The one for a realm; where none is, the first, or one that says nothing. `undefined` of what is no challenge. */
function challengeIn(
	response: SeenMessage | undefined,
	realm: string | undefined
): Authentication | undefined {
	if (response?.head.status !== 401 && response?.head.status !== 407) return undefined;
	const name = response.head.status === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate';
	const all = headers(parseMessage(textOf(response.entry)), name).map(parseChallenge);
	return (
		all.find(({ parameters }) => parameters.get('realm') === realm) ?? all[0] ?? parseChallenge('')
	);
}
