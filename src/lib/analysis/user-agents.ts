import type { Vantage } from '../trace/entry.ts';
import type { Connection } from './connection.ts';
import type { UserAgent } from './user-agent.ts';

/** Tells who saw an entry. */
export class UserAgents {
	/** In the order in which they were first seen. */
	readonly list: UserAgent[] = [];
	/** How often one that was known already got its instance. */
	namings = 0;
	readonly #byIdentity = new Map<string, UserAgent>();
	readonly #latestOfPhone = new Map<string, UserAgent>();

	/** Who saw a message. A vantage without anything is that of one nameless user agent. */
	of(vantage: Vantage, connection: Connection | undefined): UserAgent {
		const { phone, instance } = vantage;
		const known = connection?.userAgent;
		if (known && (phone ?? known.phone) === known.phone) {
			if ((instance ?? known.instance) === known.instance) return known;
			if (known.instance === undefined) return this.#name(known, vantage, connection);
		}
		const userAgent = this.#identified(phone, instance) ?? this.#add(vantage);
		if (connection) connection.userAgent = userAgent;
		return userAgent;
	}

	/** Who saw an entry, if anyone that is known: it may concern the whole page. */
	find({ phone, instance }: Vantage, connection: Connection | undefined): UserAgent | undefined {
		return connection?.userAgent ?? this.#identified(phone, instance);
	}

	#identified(phone: string | undefined, instance: string | undefined): UserAgent | undefined {
		if (phone !== undefined && instance === undefined) return this.#latestOfPhone.get(phone);
		return this.#byIdentity.get(identityOf({ phone, instance }));
	}

	#add(vantage: Vantage): UserAgent {
		const { phone, instance } = vantage;
		const userAgent: UserAgent = { id: identityOf(vantage) };
		if (phone !== undefined) {
			userAgent.phone = phone;
			this.#latestOfPhone.set(phone, userAgent);
		}
		if (instance !== undefined) userAgent.instance = instance;
		this.#byIdentity.set(userAgent.id, userAgent);
		this.list.push(userAgent);
		return userAgent;
	}

	/** A REGISTER tells whose connection it is, where the trace itself does not. */
	#name(
		userAgent: UserAgent,
		{ phone, instance }: Vantage,
		connection: Connection | undefined
	): UserAgent {
		const same = this.#identified(userAgent.phone ?? phone, instance);
		if (same !== undefined && connection !== undefined) {
			connection.userAgent = same;
			return same;
		}
		userAgent.instance = instance;
		this.namings++;
		this.#byIdentity.set(identityOf(userAgent), userAgent);
		return userAgent;
	}
}

function identityOf({ phone, instance, connection }: Vantage): string {
	if (phone === undefined && instance === undefined) return connection ?? '';
	return `${phone ?? ''} ${instance ?? ''}`.trim();
}
