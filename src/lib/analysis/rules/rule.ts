import type { Instant } from '../../trace/instant.ts';
import type { Analysis } from '../analysis.ts';
import type { Call } from '../calls/call.ts';
import type { Connection } from '../connection.ts';
import type { Registration, RegistrationAttempt } from '../registrations/registration.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { Severity } from './finding.ts';
import type { RuleId } from './rule-id.ts';

/** What rules look at. */
export interface Subjects {
	message: SeenMessage;
	transaction: Transaction;
	attempt: RegistrationAttempt;
	registration: Registration;
	/** Asked about whenever its conversation has changed, or what carries it. */
	call: Call;
	/** Asked about whenever another of the same phone was opened or closed. */
	connection: Connection;
}

export type Scope = keyof Subjects;

/** Something that can go wrong, and how to tell. A row of the table in `rules.ts`. */
export interface Rule<S extends Scope = Scope> {
	readonly id: RuleId;
	readonly severity: Severity;
	/** What it says of any case: `All five slots are taken`. */
	readonly title: string;
	/** When it does, for those who doubt it. */
	readonly fires: string;
	readonly source: string;
	readonly scope: S;
	/** Of which messages or transactions alone it is asked; a response has its request's method. */
	readonly methods?: readonly string[];
	/**
	 * Its conclusion may change by other messages of the same call. It is asked again after those, but
	 * only where it has concluded something, be that not due yet.
	 */
	readonly revisit?: true;
	/**
	 * Concludes from what was seen so far, without a clock. It is asked whenever its subject has changed,
	 * so it must be cheap where all is well: no text is read before something looks wrong.
	 */
	check(subject: Subjects[S], analysis: Analysis): Conclusion | undefined;
}

/** A rule of any scope. */
export type AnyRule = { [S in Scope]: Rule<S> }[Scope];

export interface Conclusion {
	readonly sentence: string;
	readonly advice: string;
	/** What proves it: entries, in any order; `undefined` ones are passed over. */
	readonly evidence: readonly (Proof | undefined)[];
	/** Where only time makes it certain: when, unless something comes before. */
	readonly due?: Instant;
}

/** An entry, or what is known of one. */
export interface Proof {
	readonly seq: number;
	readonly at: Instant;
}
