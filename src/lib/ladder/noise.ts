import type { RegistrationAttempt } from '../analysis/registrations/registration.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { challengeKind } from '../analysis/transactions/authentication.ts';
import type { Transaction } from '../analysis/transactions/transaction.ts';
import { PATIENCE } from '../analysis/transactions/transaction-state.ts';
import { keepAlive } from '../sip/keep-alive.ts';

/** What repeats by itself: a refresh, or an exchange that keeps a connection alive. */
export type Noise =
	| { kind: 'refresh'; exchange: RegistrationAttempt }
	/** The CRLF of RFC 5626 is no exchange. */
	| { kind: 'keep-alive'; exchange: Transaction | undefined };

/**
 * What a message is part of that is noise as long as it succeeds; `undefined` for what is none. Looks at
 * no head: those of long ago would have to be read again.
 */
export function noiseOf(message: SeenMessage): Noise | undefined {
	const { attempt, transaction, entry } = message;
	if (entry.undelivered) return undefined;
	if (attempt)
		return attempt.kind === 'refresh' ? { kind: 'refresh', exchange: attempt } : undefined;
	if (transaction === undefined) {
		const alive = entry.text !== undefined && keepAlive(entry.text) !== undefined;
		return alive ? { kind: 'keep-alive', exchange: undefined } : undefined;
	}
	if (transaction.method !== 'OPTIONS' || message.call || message.dialog) return undefined;
	return { kind: 'keep-alive', exchange: transaction };
}

/** Whether it went well, and in time, as far as it is known by now. */
export function isQuiet({ exchange }: Noise): boolean {
	const { request, final } = exchange ?? {};
	if (final === undefined) return true;
	const { status } = final.head;
	const isLate = request !== undefined && final.entry.at - request.entry.at > PATIENCE;
	return status >= 200 && status < 300 && !isLate;
}

/** Whether a message is the first of its exchange. */
export function begins(message: SeenMessage, { exchange }: Noise): boolean {
	if (exchange) return exchange.request === message;
	return keepAlive(message.entry.text ?? '') === 'ping';
}

/**
 * Whether a transaction only asked for credentials, and got them: what follows says it all again. Not so
 * where credentials were refused.
 */
export function isChallengeRound(transaction: Transaction): boolean {
	const { retriedBy, challengedBy } = transaction;
	if (retriedBy === undefined) return false;
	return challengedBy === undefined || challengeKind(transaction) !== 'refused credentials';
}
