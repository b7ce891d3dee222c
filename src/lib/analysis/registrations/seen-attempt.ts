import { type Contact, parseContacts } from '../../sip/fields/contact.ts';
import { findFields } from '../../sip/find-fields.ts';
import type { Instant } from '../../trace/instant.ts';
import type { Connection } from '../connection.ts';
import { textOf } from '../entry-text.ts';
import { appended, NONE } from '../few.ts';
import type { SeenMessage } from '../seen-message.ts';
import { challengeKind } from '../transactions/authentication.ts';
import { hasSucceeded } from './registration-attempt.ts';
import type { Binding, RegistrationAttempt } from './registration.ts';

/** What counts where a REGISTER names no time; the registrar may choose any (RFC 3261 §10.2.1.1). */
const DEFAULT_SECONDS = 3600;

/** An attempt whose messages are being followed. What they hold is read when it is asked for. */
export class SeenAttempt implements RegistrationAttempt {
	readonly request: SeenMessage;
	messages: readonly SeenMessage[] = NONE;
	challenged = false;
	final: SeenMessage | undefined = undefined;
	next: RegistrationAttempt | undefined = undefined;
	/** The one before on the same connection, if it had succeeded by then. */
	readonly #before: SeenAttempt | undefined;
	#kind: RegistrationAttempt['kind'] | undefined = undefined;
	#contacts: readonly Contact[] | '*' | undefined = undefined;
	#bindings: readonly Binding[] | undefined = undefined;

	constructor(request: SeenMessage, before: SeenAttempt | undefined) {
		this.request = request;
		this.#before = before && hasSucceeded(before) ? before : undefined;
	}

	get startedAt(): Instant {
		return this.request.entry.at;
	}

	get callId(): string {
		return this.request.head.callId;
	}

	get connection(): Connection | undefined {
		return this.request.connection;
	}

	get kind(): RegistrationAttempt['kind'] {
		return (this.#kind ??= this.#asksFor());
	}

	/** Whether it asks for a binding, be that the first one or not. */
	get binds(): boolean {
		return this.contacts.length > 0 && this.askedSeconds > 0;
	}

	get contacts(): readonly Contact[] | '*' {
		return (this.#contacts ??= contactsOf(this.request));
	}

	get contact(): string | undefined {
		return this.#first?.uri;
	}

	get askedSeconds(): number {
		const { expires } = this.request.head;
		if (this.contacts === '*') return Math.max(0, expires);
		return this.#first?.expiresSeconds ?? (expires < 0 ? DEFAULT_SECONDS : expires);
	}

	get answeredAt(): Instant | undefined {
		return this.final?.entry.at;
	}

	get status(): number | undefined {
		return this.final?.head.status;
	}

	get reason(): string | undefined {
		return this.final?.head.reason;
	}

	get grantedSeconds(): number | undefined {
		const isBinding = this.kind !== 'unregister' && this.kind !== 'fetch';
		if (this.final === undefined || !isBinding || !hasSucceeded(this)) return undefined;
		return this.#own?.expiresSeconds ?? this.#defaultGrant(this.final);
	}

	get bindings(): readonly Binding[] {
		if (this.final === undefined || !hasSucceeded(this)) return NONE;
		return (this.#bindings ??= this.#read(this.final));
	}

	get minSeconds(): number | undefined {
		const { final } = this;
		if (final?.head.status !== 423) return undefined;
		const [value = ''] = findFields(textOf(final.entry), 'Min-Expires', final.head.bodyOffset);
		return /^\d{1,10}$/.test(value) ? Number(value) : undefined;
	}

	add(message: SeenMessage): void {
		this.messages = appended(this.messages, message);
		if (message.head.kind === 'response' && !message.retransmissionOf) this.#answered(message);
	}

	/** Gives the room back that what was read of its texts takes. */
	forgetTexts(): void {
		this.#contacts = undefined;
		this.#bindings = undefined;
	}

	/** A challenge concludes nothing, unless it refuses the credentials that it was given. */
	#answered(response: SeenMessage): void {
		if (response.head.status < 200) return;
		const challenge = response.transaction && challengeKind(response.transaction);
		if (challenge) this.challenged = true;
		if (challenge === 'first' || challenge === 'stale nonce') return;
		this.final = response;
	}

	#asksFor(): RegistrationAttempt['kind'] {
		if (this.contacts.length === 0) return 'fetch';
		if (this.askedSeconds === 0) return 'unregister';
		return this.#before?.binds ? 'refresh' : 'register';
	}

	get #first(): Contact | undefined {
		return this.contacts === '*' ? undefined : this.contacts[0];
	}

	/** All phones of a page share one Contact URI, so that the instance decides, where it is given. */
	get #own(): Binding | undefined {
		const instance = this.request.registration?.instance;
		const { bindings, contact } = this;
		return (
			bindings.find((one) => one.instance !== undefined && one.instance === instance) ??
			bindings.find(({ uri }) => uri === contact) ??
			bindings[0]
		);
	}

	/** Every 2xx lists all bindings of the address-of-record (RFC 3261 §10.3), in any order. */
	#read(final: SeenMessage): readonly Binding[] {
		const contacts = contactsOf(final);
		if (contacts === '*') return NONE;
		return contacts.map(({ uri, instance, expiresSeconds }) => ({
			uri,
			...(instance === undefined ? {} : { instance }),
			expiresSeconds: expiresSeconds ?? this.#defaultGrant(final)
		}));
	}

	/** Where a contact has no time of its own. */
	#defaultGrant({ head }: SeenMessage): number {
		return head.expires < 0 ? this.askedSeconds : head.expires;
	}
}

function contactsOf({ entry, head }: SeenMessage): readonly Contact[] | '*' {
	return parseContacts(findFields(textOf(entry), 'Contact', head.bodyOffset));
}
