import { addressOfRecord } from '../../sip/fields/address-of-record.ts';
import { parseContacts } from '../../sip/fields/contact.ts';
import type { ChangeLog } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { attemptOf, conclude } from './registration-attempt.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from '../transactions/transaction.ts';

/** Follows each instance's REGISTERs. */
export class Registrations {
	/** In the order of their first messages. */
	readonly list: Registration[] = [];
	readonly #changes: ChangeLog;
	readonly #byId = new Map<string, Registration>();
	readonly #competitors = new Map<string, Registration[]>();
	readonly #attempts = new Map<Transaction, RegistrationAttempt>();
	readonly #byConnection = new Map<Connection, Set<Registration>>();
	/** By registration and connection. */
	readonly #latest = new Map<string, RegistrationAttempt>();

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** Sets `registration` of a message that is the latest seen and whose transaction is known. */
	take(message: SeenMessage, connection: Connection | undefined): void {
		if (message.head.method !== 'REGISTER' || message.transaction === undefined) return;
		const { transaction, head } = message;
		const registration = transaction.request?.registration ?? this.#registrationOf(message);
		if (registration === undefined) return;
		// Who registers an instance last has its binding, and the others lose it.
		for (const one of registration.competitors) this.#changes.registration(one);
		message.registration = registration;
		registration.messages.push(message);
		const attempt = this.#attemptOf(registration, transaction, message, connection);
		if (attempt === undefined) return;
		message.attempt = attempt;
		attempt.messages.push(message);
		if (head.kind === 'response' && !message.retransmissionOf) conclude(attempt, message);
	}

	/** The connection is gone: with it, what was registered on it is out of reach. */
	lost(connection: Connection): void {
		for (const registration of this.#byConnection.get(connection) ?? []) {
			this.#changes.registration(registration);
		}
	}

	#attemptOf(
		registration: Registration,
		transaction: Transaction,
		message: SeenMessage,
		connection: Connection | undefined
	): RegistrationAttempt | undefined {
		const { challengedBy } = transaction;
		let attempt =
			this.#attempts.get(transaction) ?? (challengedBy && this.#attempts.get(challengedBy));
		if (attempt === undefined) {
			if (message.head.kind !== 'request') return undefined;
			attempt = this.#begin(registration, message, connection);
		}
		this.#attempts.set(transaction, attempt);
		return attempt;
	}

	#begin(
		registration: Registration,
		message: SeenMessage,
		connection: Connection | undefined
	): RegistrationAttempt {
		const place = `${registration.id} ${connection?.id ?? ''}`;
		const attempt = attemptOf(message, connection, this.#latest.get(place));
		this.#latest.set(place, attempt);
		const last = registration.attempts.at(-1);
		if (last) last.next = attempt;
		registration.attempts.push(attempt);
		registration.contact = attempt.contact ?? registration.contact;
		if (connection) this.#on(connection).add(registration);
		return attempt;
	}

	/** Of a request only: a response tells its own instance at best in a list of several. */
	#registrationOf({ head, entry, userAgent }: SeenMessage): Registration | undefined {
		// Without Contact, a REGISTER only asks what is registered (RFC 3261 §10.2.3).
		if (head.kind !== 'request' || head.contact === '') return undefined;
		const contacts = parseContacts([head.contact]);
		const named = contacts === '*' ? undefined : contacts[0]?.instance;
		const instance = entry.instance ?? named ?? userAgent.instance;
		const aor = addressOfRecord(head.to);
		const id = `${aor} ${instance ?? ''} ${entry.phone ?? ''}`;
		const known = this.#byId.get(id);
		if (known) return known;

		const competitors = this.#competitorsFor(instance === undefined ? id : `${aor} ${instance}`);
		const registration: Registration = {
			revision: 0,
			id,
			addressOfRecord: aor,
			instance,
			phone: entry.phone,
			userAgent,
			messages: [],
			attempts: [],
			competitors
		};
		competitors.push(registration);
		this.#byId.set(id, registration);
		this.list.push(registration);
		return registration;
	}

	#on(connection: Connection): Set<Registration> {
		const registrations = this.#byConnection.get(connection) ?? new Set<Registration>();
		this.#byConnection.set(connection, registrations);
		return registrations;
	}

	#competitorsFor(device: string): Registration[] {
		const competitors = this.#competitors.get(device) ?? [];
		this.#competitors.set(device, competitors);
		return competitors;
	}
}
