import { type Contact, parseContacts } from '../../sip/fields/contact.ts';
import { headers, parseMessage } from '../../sip/message.ts';
import type { Connection } from '../connection.ts';
import { textOf } from '../entry-text.ts';
import type { RegistrationAttempt } from './registration.ts';
import { challengeKind } from '../transactions/authentication.ts';
import type { SeenMessage } from '../seen-message.ts';

/** What counts where a REGISTER names no time; the registrar may choose any (RFC 3261 §10.2.1.1). */
const DEFAULT_SECONDS = 3600;

/** The attempt that a REGISTER begins; `before` is the latest on the same connection. */
export function attemptOf(
	{ head, entry }: SeenMessage,
	connection: Connection | undefined,
	before: RegistrationAttempt | undefined
): RegistrationAttempt {
	const contacts = parseContacts([head.contact]);
	const contact = contacts === '*' ? undefined : contacts[0];
	const expires = head.expires < 0 ? DEFAULT_SECONDS : head.expires;
	const askedSeconds = contact?.expiresSeconds ?? expires;
	const refreshes = before !== undefined && isGranted(before);
	return {
		kind: askedSeconds === 0 ? 'unregister' : refreshes ? 'refresh' : 'register',
		startedAt: entry.at,
		callId: head.callId,
		connection,
		askedSeconds,
		challenged: false,
		contact: contact?.uri,
		bindings: [],
		messages: []
	};
}

/** Enters a response. A challenge concludes nothing, unless it refuses the credentials it was given. */
export function conclude(attempt: RegistrationAttempt, response: SeenMessage): void {
	const { status, reason } = response.head;
	if (status < 200) return;
	const challenge = response.transaction && challengeKind(response.transaction);
	if (challenge) attempt.challenged = true;
	if (challenge === 'first' || challenge === 'stale nonce') return;
	attempt.answeredAt = response.entry.at;
	attempt.status = status;
	attempt.reason = reason;
	if (status < 300 && attempt.kind !== 'unregister') enterBindings(attempt, response);
}

/** Whether the registrar did what was asked. */
export function hasSucceeded({ status }: RegistrationAttempt): boolean {
	return status !== undefined && status >= 200 && status < 300;
}

/** Whether the registrar bound the contact. */
export function isGranted(attempt: RegistrationAttempt): boolean {
	return attempt.kind !== 'unregister' && hasSucceeded(attempt);
}

/** Every 2xx lists all bindings of the address-of-record (RFC 3261 §10.3), in any order. */
function enterBindings(attempt: RegistrationAttempt, response: SeenMessage): void {
	const { expires } = response.head;
	const listed = parseContacts(headers(parseMessage(textOf(response.entry)), 'Contact'));
	const contacts = listed === '*' ? [] : listed;
	const own = ownOf(contacts, attempt, response.transaction?.request);
	const granted = expires < 0 ? attempt.askedSeconds : expires;
	attempt.grantedSeconds = own?.expiresSeconds ?? granted;
	attempt.bindings = contacts.map(({ uri, instance, expiresSeconds }) => ({
		uri,
		...(instance === undefined ? {} : { instance }),
		expiresSeconds: expiresSeconds ?? granted
	}));
}

/** All phones of a page share one Contact URI, so that the instance decides, where it is given. */
function ownOf(
	contacts: readonly Contact[],
	attempt: RegistrationAttempt,
	request: SeenMessage | undefined
): Contact | undefined {
	const instance = request?.registration?.instance;
	return (
		contacts.find((contact) => contact.instance !== undefined && contact.instance === instance) ??
		contacts.find((contact) => contact.uri === attempt.contact) ??
		contacts[0]
	);
}
