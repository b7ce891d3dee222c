import type { Instant } from '../../trace/instant.ts';
import type { Analysis } from '../analysis.ts';
import type { Call } from '../calls/call.ts';
import type { Changes } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { Registration, RegistrationAttempt } from '../registrations/registration.ts';
import { nearby } from './connections/same-phone.ts';
import { areSame, byProof, type Draft, draftOf, isSame } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Scope, Subjects } from './rule.ts';
import { rankOf, rulesOn } from './rules.ts';

type AnySubject = Subjects[Scope];

/**
 * What went wrong in a trace: a function of its analysis and an instant. It keeps what was found, and
 * looks again only at what has changed since; so it alone may fetch the analysis' changes.
 */
export class Findings {
	readonly #analysis: Analysis;
	readonly #drafts = new Map<AnySubject, readonly Draft[]>();
	#namings = 0;
	/** What to ask again when a call changes. */
	readonly #revisited = new Map<Call, Map<AnySubject, Scope>>();
	/** Calls that go on, by what carried them last; some that have moved or ended since. */
	readonly #carried = new Map<Connection, Set<Call>>();
	readonly #attemptsAsked = new Map<Registration, number>();
	/** In order, each once; `undefined` after a change. */
	#sorted: readonly Draft[] | undefined = [];
	#shown: readonly Finding[] = [];
	#shownAt: Instant = -Infinity;
	/** When the next draft falls due that is not shown yet. */
	#nextDue: Instant = Infinity;

	constructor(analysis: Analysis) {
		this.#analysis = analysis;
	}

	/**
	 * All that is certain at an instant, in the order in which it was proven; the same array as long as
	 * there is nothing new.
	 */
	at(now: Instant): readonly Finding[] {
		this.follow();
		if (this.#sorted && now >= this.#shownAt && now < this.#nextDue) return this.#shown;
		this.#sorted ??= [...this.#drafts.values()].flat().sort(byProof).filter(isFirst);
		const later = this.#sorted.filter(({ due }) => due > now);
		this.#shown = this.#sorted.filter(({ due }) => due <= now).map(({ finding }) => finding);
		this.#nextDue = later.reduce((next, { due }) => Math.min(next, due), Infinity);
		this.#shownAt = now;
		return this.#shown;
	}

	/** Looks at what has changed. It need not be called; but a long trace is better looked at bit by bit. */
	follow(): void {
		this.#askAbout(this.#analysis.fetchChanges());
		this.#rename();
	}

	#askAbout(changes: Changes): void {
		const attempts = new Set<RegistrationAttempt>();
		for (const message of changes.messages) {
			this.#ask('message', message, message.head.method);
			// The latest attempt of a registration is asked about with it.
			if (message.attempt?.next) attempts.add(message.attempt);
		}
		for (const attempt of attempts) this.#ask('attempt', attempt);
		for (const transaction of changes.transactions) {
			this.#ask('transaction', transaction, transaction.method);
		}
		for (const registration of changes.registrations) this.#askRegistration(registration);
		for (const { calls } of changes.conversations) {
			for (const call of calls) this.#askCall(call);
		}
		for (const call of changes.calls) this.#revisit(call);
		for (const connection of changes.connections) this.#askConnection(connection);
	}

	/** The latest attempt may have lost its socket, and the one before it is followed by another. */
	#askRegistration(registration: Registration): void {
		this.#ask('registration', registration);
		const { attempts } = registration;
		const asked = this.#attemptsAsked.get(registration) ?? 0;
		for (const attempt of attempts.slice(Math.max(0, asked - 1))) this.#ask('attempt', attempt);
		this.#attemptsAsked.set(registration, attempts.length);
	}

	#askConnection(connection: Connection): void {
		for (const one of [connection, ...nearby(connection, this.#analysis)]) {
			this.#ask('connection', one);
			for (const call of this.#carried.get(one) ?? []) this.#ask('call', call);
		}
	}

	#askCall(call: Call): void {
		this.#ask('call', call);
		const connection = call.messages.at(-1)?.connection;
		if (connection === undefined) return;
		const carried = this.#carried.get(connection) ?? new Set<Call>();
		this.#carried.set(connection, carried);
		if (call.state === 'ended') carried.delete(call);
		else carried.add(call);
	}

	#revisit(call: Call): void {
		for (const [subject, scope] of this.#revisited.get(call) ?? [])
			this.#ask(scope, subject, methodOf(subject));
	}

	/** Sentences tell names. */
	#rename(): void {
		const { namings } = this.#analysis;
		if (namings === this.#namings) return;
		this.#namings = namings;
		for (const [subject, [draft]] of this.#drafts) {
			if (draft) this.#ask(draft.scope, subject, methodOf(subject));
		}
	}

	/** Asks all rules about a subject, and keeps what they conclude. */
	#ask<S extends Scope>(scope: S, subject: Subjects[S], method = ''): void {
		let drafts: Draft[] | undefined;
		let revisit = false;
		for (const rule of rulesOn(scope, method)) {
			const conclusion = rule.check(subject, this.#analysis);
			if (conclusion === undefined) continue;
			(drafts ??= []).push(draftOf(rule, rankOf(rule.id), subject, conclusion));
			revisit ||= rule.revisit ?? false;
		}
		if (!this.#keep(subject, drafts)) return;
		const call = drafts?.[0]?.finding.call;
		if (call && revisit) this.#toRevisit(call).set(subject, scope);
	}

	/** Returns whether it is anything new. */
	#keep(subject: AnySubject, drafts: readonly Draft[] | undefined): boolean {
		const known = this.#drafts.get(subject);
		if (known === drafts || (known && drafts && areSame(known, drafts))) return false;
		if (drafts) this.#drafts.set(subject, drafts);
		else this.#drafts.delete(subject);
		this.#sorted = undefined;
		return true;
	}

	#toRevisit(call: Call): Map<AnySubject, Scope> {
		const subjects = this.#revisited.get(call) ?? new Map<AnySubject, Scope>();
		this.#revisited.set(call, subjects);
		return subjects;
	}
}

function methodOf(subject: AnySubject): string {
	if ('head' in subject) return subject.head.method;
	return 'method' in subject ? subject.method : '';
}

function isFirst(draft: Draft, index: number, sorted: readonly Draft[]): boolean {
	const before = sorted[index - 1];
	return before === undefined || !isSame(before, draft);
}
