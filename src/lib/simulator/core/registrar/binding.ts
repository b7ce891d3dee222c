import type { Account } from '../../accounts.ts';

/**
 * reachable: its connection is open, calls ring there.
 * unreachable: its connection is gone; it holds its slot until it expires.
 * superseded: another connection registered the same instance; it may call out, nothing rings there.
 */
export type BindingState = 'reachable' | 'unreachable' | 'superseded';

/** One instance's contact for an address-of-record (RFC 3261 §10, RFC 5626 §4). */
export interface Binding {
	readonly account: Account;
	/** The bare id of `+sip.instance`; the contact's URI where a phone names no instance. */
	readonly instance: string;
	readonly connection: string;
	/** Where requests to the phone go. All phones of a page have the same one. */
	contact: string;
	state: BindingState;
	/** Of the REGISTER that made or refreshed it last (RFC 3261 §10.3). */
	callId: string;
	/** Milliseconds since the epoch. */
	expiresAt: number;
	/** Calls off the lapse that is scheduled for `expiresAt`. */
	cancelLapse(): void;
}
