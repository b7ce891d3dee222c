import type { SeenMessage } from '../../seen-message.ts';
import type { RegistrationAttempt } from '../../registrations/registration.ts';

/** `403 Forbidden, instance id is intercepted by another registration`: see `superseded`. */
export function isIntercepted({ status, reason = '' }: RegistrationAttempt): boolean {
	return status === 403 && /intercepted/i.test(reason);
}

/** Whether another rule tells what such a refusal means. */
export function isToldElsewhere(attempt: RegistrationAttempt): boolean {
	const { status, reason = '' } = attempt;
	if (status === 401 || status === 407 || isIntercepted(attempt)) return true;
	return status === 603 && /contacts/i.test(reason);
}

/** The final response of an attempt, and what else proves it: its first message. */
export function proofOf({ messages, status }: RegistrationAttempt): SeenMessage['entry'][] {
	const final = messages.findLast(({ head }) => head.kind === 'response' && head.status === status);
	return [messages[0], final].flatMap((message) => (message ? [message.entry] : []));
}

/** What to do about a refusal. */
export function adviceFor(status: number): string {
	if (status === 403)
		return 'The account, or this device of it, may not register here: look at the device at RingCentral, and ask for a new sipInfo.';
	if (status === 404)
		return 'The registrar does not know the user: compare sipInfo.username and domain with what sip-provision answers.';
	if (status === 423)
		return 'The registrar wants a longer expiry than the 60 s that the SDK always asks for.';
	if (status === 408 || status === 480 || status >= 500)
		return 'The registrar has trouble of its own: try the backup proxy with toggleBackupOutboundProxy(), and again a little later, less often each time.';
	return 'Look at the response, whose reason and Warning say more; then at the Contact and the expiry that were asked for.';
}
