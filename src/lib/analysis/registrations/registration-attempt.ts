import type { RegistrationAttempt } from './registration.ts';

/** Whether the registrar did what was asked. */
export function hasSucceeded({ status }: RegistrationAttempt): boolean {
	return status !== undefined && status >= 200 && status < 300;
}

/** Whether it asks for a binding. */
export function isBinding({ kind }: RegistrationAttempt): boolean {
	return kind === 'register' || kind === 'refresh';
}

/** Whether the registrar bound the contact. */
export function isGranted(attempt: RegistrationAttempt): boolean {
	return hasSucceeded(attempt) && isBinding(attempt);
}

/** Why the registrar did not do what was asked. */
export type Refusal =
	/** 401 or 407 to credentials for a nonce of just before: the password is wrong. */
	| 'wrong credentials'
	/** 401 or 407 because of the nonce, or because nobody had told a password; and no retry followed. */
	| 'challenge unanswered'
	/** 603: all five slots are taken. */
	| 'slots taken'
	/** 403: another connection has registered the same instance. */
	| 'superseded'
	/** 423: see `minSeconds`. */
	| 'interval too brief'
	| 'other';

/** Why an attempt was refused, by its final response; `undefined` where it was not, or not yet. */
export function refusalOf(attempt: RegistrationAttempt): Refusal | undefined {
	const { status, reason = '' } = attempt;
	if (status === undefined || hasSucceeded(attempt)) return undefined;
	if (status === 401 || status === 407) return 'wrong credentials';
	if (status === 423) return 'interval too brief';
	if (status === 603 && /contacts/i.test(reason)) return 'slots taken';
	// `403 Forbidden, instance id is intercepted by another registration`
	return status === 403 && /intercepted/i.test(reason) ? 'superseded' : 'other';
}
