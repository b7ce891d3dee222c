import type { Account } from '../../accounts.ts';
import type { Binding } from './binding.ts';
import type { Environment } from '../environment.ts';
import type { Settings } from '../settings.ts';

export interface Registration {
	account: Account;
	instance: string;
	connection: string;
	contact: string;
	callId: string;
	expiresSeconds: number;
}

export type RegistrationResult = 'bound' | 'superseded' | 'too many';

/**
 * Who can be rung where. A binding belongs to an instance and a connection, never to a contact's
 * URI, which all phones of a page share.
 */
export class Registrar {
	#environment: Environment;
	#settings: Settings;
	#bindings = new Map<string, Binding[]>();

	constructor(environment: Environment, settings: Settings) {
		this.#environment = environment;
		this.#settings = settings;
	}

	/** Binds, refreshes or replaces: the newest connection of an instance always wins. */
	register(registration: Registration): RegistrationResult {
		const mine = this.#find(registration);
		if (mine) return this.#refresh(mine, registration);
		const held = this.live(registration.account);
		const replaced = held.find((binding) => binding.instance === registration.instance);
		if (!replaced && held.length >= this.#settings.slotsPerExtension) return 'too many';
		if (replaced) this.#supersede(replaced);
		this.#add(registration);
		return 'bound';
	}

	unregister(account: Account, instance: string, connection: string): void {
		const binding = this.#find({ account, instance, connection });
		if (binding) this.#remove(binding);
	}

	unregisterAll(account: Account): void {
		for (const binding of this.live(account)) this.#remove(binding);
	}

	/** The connection is gone: what it superseded is forgotten, what it bound keeps its slot. */
	lost(connection: string): void {
		for (const binding of this.all()) {
			if (binding.connection !== connection) continue;
			if (binding.state === 'superseded') this.#remove(binding);
			else binding.state = 'unreachable';
		}
	}

	/** The bindings that hold a slot, oldest first. */
	live(account: Account): Binding[] {
		return this.#of(account).filter((binding) => binding.state !== 'superseded');
	}

	/** Where a call to this account rings. */
	reachable(account: Account): Binding[] {
		return this.#of(account).filter((binding) => binding.state === 'reachable');
	}

	/** Whether this connection may place calls: a superseded phone still may, until it expires. */
	mayCall(account: Account, connection: string): boolean {
		const now = this.#environment.now();
		return this.#of(account).some(
			(binding) => binding.connection === connection && binding.expiresAt > now
		);
	}

	all(): Binding[] {
		return [...this.#bindings.values()].flat();
	}

	/** As a registrar that was restarted: nobody is bound. */
	forget(): void {
		for (const binding of this.all()) this.#remove(binding);
	}

	#refresh(mine: Binding, { contact, callId, expiresSeconds }: Registration): RegistrationResult {
		if (mine.state === 'superseded') {
			if (this.#settings.superseded === 'refuse') return 'superseded';
			const newer = this.live(mine.account).find(({ instance }) => instance === mine.instance);
			if (newer) this.#supersede(newer);
		}
		mine.state = 'reachable';
		mine.contact = contact;
		mine.callId = callId;
		this.#extend(mine, expiresSeconds);
		return 'bound';
	}

	#add({ account, instance, connection, contact, callId, expiresSeconds }: Registration): void {
		const binding: Binding = {
			account,
			instance,
			connection,
			contact,
			callId,
			state: 'reachable',
			expiresAt: 0,
			cancelLapse: () => undefined
		};
		this.#extend(binding, expiresSeconds);
		this.#bindings.set(account.authorizationId, [...this.#of(account), binding]);
	}

	#extend(binding: Binding, expiresSeconds: number): void {
		binding.cancelLapse();
		const lifetime = (expiresSeconds * 1000) / this.#settings.clockRate;
		binding.expiresAt = this.#environment.now() + lifetime;
		binding.cancelLapse = this.#environment.schedule(lifetime, () => this.#remove(binding));
	}

	/** A superseded phone's lapse is called off: it stays refused for as long as its socket lives. */
	#supersede(binding: Binding): void {
		const wasReachable = binding.state === 'reachable';
		binding.cancelLapse();
		binding.state = 'superseded';
		if (!wasReachable) this.#remove(binding);
	}

	/** With the instance's live binding go the older ones: nobody intercepts them any more. */
	#remove(binding: Binding): void {
		binding.cancelLapse();
		const isIntercepted = (other: Binding) =>
			other.state === 'superseded' && other.instance === binding.instance;
		const rest = this.#of(binding.account).filter(
			(other) => other !== binding && (binding.state === 'superseded' || !isIntercepted(other))
		);
		if (rest.length > 0) this.#bindings.set(binding.account.authorizationId, rest);
		else this.#bindings.delete(binding.account.authorizationId);
	}

	#of(account: Account): readonly Binding[] {
		return this.#bindings.get(account.authorizationId) ?? [];
	}

	#find(key: Pick<Binding, 'account' | 'instance' | 'connection'>): Binding | undefined {
		return this.#of(key.account).find(
			(binding) => binding.instance === key.instance && binding.connection === key.connection
		);
	}
}
