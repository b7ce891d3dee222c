import type { Contact } from '../../sip/fields/contact.ts';
import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';

/**
 * One instance's life of REGISTERs for one address-of-record, whatever their Call-IDs. Two phones that
 * share an instance have one registration each, and compete.
 */
export interface Registration extends Subject {
	/** The same in every trace: address-of-record, instance, phone. */
	readonly id: string;
	/** `sip:user@domain`. */
	readonly addressOfRecord: string;
	readonly instance?: string;
	readonly phone?: string;
	readonly userAgent: UserAgent;
	readonly messages: readonly SeenMessage[];
	readonly attempts: readonly RegistrationAttempt[];
	/** Whether the clock never went back between its messages. */
	readonly inOrder: boolean;
	/** URI of the Contact it registered last. */
	readonly contact?: string;
	/** All registrations of this instance for this address-of-record, itself among them. */
	readonly competitors: readonly Registration[];
	/** The attempts, of any instance, to remove all bindings of the address-of-record: `Contact: *`. */
	readonly removals: readonly RegistrationAttempt[];
}

/** A REGISTER, the challenges to it and its repetitions with credentials: one attempt. */
export interface RegistrationAttempt {
	/** `fetch`: without Contact, it only asks what is bound (RFC 3261 §10.2.3). */
	readonly kind: 'register' | 'refresh' | 'unregister' | 'fetch';
	readonly startedAt: Instant;
	/** When its final response came; a challenge that is to be answered is none. */
	readonly answeredAt?: Instant;
	readonly callId: string;
	readonly connection?: Connection;
	/** The first REGISTER. */
	readonly request: SeenMessage;
	/** What it asks to bind; `*` asks to remove every binding (RFC 3261 §10.2.2). */
	readonly contacts: readonly Contact[] | '*';
	/** URI of the first of them. */
	readonly contact?: string;
	/** For how long, of the first of them; 0 asks to remove it. */
	readonly askedSeconds: number;
	/** Of a 2xx, for this instance. */
	readonly grantedSeconds?: number;
	/** The least that the registrar takes, of a 423 (RFC 3261 §10.3). */
	readonly minSeconds?: number;
	readonly final?: SeenMessage;
	readonly status?: number;
	readonly reason?: string;
	/** Whether credentials were asked for. */
	readonly challenged: boolean;
	/** All that the registrar listed in a 2xx (RFC 3261 §10.3), other devices' too. */
	readonly bindings: readonly Binding[];
	readonly messages: readonly SeenMessage[];
	/** The attempt of the same registration that began after it. */
	readonly next?: RegistrationAttempt;
}

/** Address-of-record + contact + expiry, as the registrar told. */
export interface Binding {
	readonly uri: string;
	readonly instance?: string;
	readonly expiresSeconds: number;
}
