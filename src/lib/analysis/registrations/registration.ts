import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';

/**
 * One instance's life of REGISTERs for one address-of-record. Two phones that share an instance have
 * one registration each, and compete.
 */
export interface Registration extends Subject {
	/** The same in every trace: address-of-record, instance, phone. */
	readonly id: string;
	/** `sip:user@domain`. */
	readonly addressOfRecord: string;
	readonly instance?: string;
	readonly phone?: string;
	readonly userAgent: UserAgent;
	readonly messages: SeenMessage[];
	readonly attempts: RegistrationAttempt[];
	/** URI of the Contact it registered last. */
	contact?: string;
	/** All registrations of this instance for this address-of-record, itself among them. */
	readonly competitors: readonly Registration[];
}

/** A REGISTER, the challenge to it and its repetition with credentials: one attempt. */
export interface RegistrationAttempt {
	readonly kind: 'register' | 'refresh' | 'unregister';
	readonly startedAt: Instant;
	/** When its final response came; the challenge is none. */
	answeredAt?: Instant;
	readonly callId: string;
	readonly connection?: Connection;
	readonly askedSeconds: number;
	/** Of a 2xx, for this instance. */
	grantedSeconds?: number;
	status?: number;
	reason?: string;
	challenged: boolean;
	readonly contact?: string;
	/** All that the registrar listed in a 2xx (RFC 3261 §10.3). */
	bindings: Binding[];
	readonly messages: SeenMessage[];
	/** The attempt of the same registration that began after it. */
	next?: RegistrationAttempt;
}

/** Address-of-record + contact + expiry, as the registrar told. */
export interface Binding {
	uri: string;
	instance?: string;
	expiresSeconds: number;
}
