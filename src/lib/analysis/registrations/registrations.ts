import { addressOfRecord } from '../../sip/fields/address-of-record.ts';
import { parseContacts } from '../../sip/fields/contact.ts';
import type { ChangeLog } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';
import type { SeenAttempt } from './seen-attempt.ts';
import { SeenRegistration } from './seen-registration.ts';

/** What all registrations of an address-of-record have in common. */
interface Registrar {
	readonly addressOfRecord: string;
	/** By id. */
	readonly registrations: Map<string, SeenRegistration>;
	/** By instance. */
	readonly competitors: Map<string, Registration[]>;
	readonly removals: RegistrationAttempt[];
}

/** Follows each instance's REGISTERs. */
export class Registrations {
	/** In the order of their first messages. */
	readonly list: Registration[] = [];
	readonly #changes: ChangeLog;
	readonly #byAddress = new Map<string, Registrar>();
	/** By connection, the latest request and the registration it was found to be of. */
	readonly #latest = new Map<Connection | undefined, SeenMessage>();
	readonly #byConnection = new Map<Connection, Set<Registration>>();

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** Sets `registration` and `attempt` of a message that is the latest seen. */
	take(message: SeenMessage): void {
		const { transaction, head } = message;
		if (head.method !== 'REGISTER') return;
		// An answer by itself tells its own instance at best in a list of several.
		const request = transaction?.request;
		if (request === undefined) return;
		if (request === message) this.#begin(message);
		const { registration, attempt } = request;
		if (registration === undefined || attempt === undefined) return;
		message.registration = registration;
		message.attempt = attempt;
		(registration as SeenRegistration).add(message);
		(attempt as SeenAttempt).add(message);
		this.#touch(registration, attempt);
	}

	/** The connection is gone: with it, what was registered on it is out of reach. */
	lost(connection: Connection): void {
		for (const registration of this.#byConnection.get(connection) ?? []) {
			this.#changes.registration(registration);
		}
	}

	/** A REGISTER that repeats none: it begins an attempt, or answers a challenge to one. */
	#begin(request: SeenMessage): void {
		const challenged = request.transaction?.challengedBy?.request;
		if (challenged?.attempt) {
			request.registration = challenged.registration;
			request.attempt = challenged.attempt;
			return;
		}
		const registration = this.#registrationOf(request);
		const attempt = registration.begin(request);
		request.registration = registration;
		request.attempt = attempt;
		if (request.head.contact === '*') {
			this.#byAddress.get(registration.addressOfRecord)?.removals.push(attempt);
		}
		if (request.connection) this.#on(request.connection).add(registration);
	}

	/** Who registers an instance last has its binding, and the others lose it. `*` is about all of them. */
	#touch({ competitors, addressOfRecord }: Registration, { request }: RegistrationAttempt): void {
		for (const one of competitors) this.#changes.registration(one);
		if (request.head.contact !== '*') return;
		for (const one of this.#byAddress.get(addressOfRecord)?.registrations.values() ?? []) {
			this.#changes.registration(one);
		}
	}

	/** Most of the REGISTERs on a connection are alike. */
	#registrationOf(request: SeenMessage): SeenRegistration {
		const before = this.#latest.get(request.connection);
		const known = before && isAlike(before, request) ? before.registration : undefined;
		const registration = known ?? this.#identify(request, this.#registrarOf(request.head.to));
		this.#latest.set(request.connection, request);
		return registration as SeenRegistration;
	}

	#registrarOf(to: string): Registrar {
		const address = ownString(addressOfRecord(to));
		const registrar = this.#byAddress.get(address) ?? {
			addressOfRecord: address,
			registrations: new Map(),
			competitors: new Map(),
			removals: []
		};
		this.#byAddress.set(address, registrar);
		return registrar;
	}

	#identify(request: SeenMessage, registrar: Registrar): SeenRegistration {
		const { entry, userAgent } = request;
		const { phone } = entry;
		const { addressOfRecord } = registrar;
		const told = entry.instance ?? instanceIn(request) ?? userAgent.instance;
		const instance = told && ownString(told);
		const id = `${addressOfRecord} ${instance ?? ''} ${phone ?? ''}`;
		const known = registrar.registrations.get(id);
		if (known) return known;

		const device = instance ?? id;
		const competitors = registrar.competitors.get(device) ?? [];
		registrar.competitors.set(device, competitors);
		const registration = new SeenRegistration(
			id,
			{ addressOfRecord, instance, phone, userAgent },
			competitors,
			registrar.removals
		);
		competitors.push(registration);
		registrar.registrations.set(id, registration);
		this.list.push(registration);
		return registration;
	}

	#on(connection: Connection): Set<Registration> {
		const registrations = this.#byConnection.get(connection) ?? new Set<Registration>();
		this.#byConnection.set(connection, registrations);
		return registrations;
	}
}

function instanceIn({ head }: SeenMessage): string | undefined {
	const contacts = head.contact === '' ? [] : parseContacts([head.contact]);
	return contacts === '*' ? undefined : contacts[0]?.instance;
}

/** Whether two requests tell of the same registration at first sight. */
function isAlike(one: SeenMessage, other: SeenMessage): boolean {
	const { phone, instance } = other.entry;
	return (
		instance !== undefined &&
		instance === one.entry.instance &&
		phone === one.entry.phone &&
		one.head.to === other.head.to
	);
}
