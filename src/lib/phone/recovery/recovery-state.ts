import type { RecoveryCause, RecoveryStep } from '../../trace/entry.ts';
import { SECOND, type Duration, type Instant } from '../../trace/instant.ts';

export type Proxy = 'primary' | 'backup';

/** One thing at a time: there is no phase in which two attempts, or an attempt and a check, are under way. */
export type Phase =
	/** Nothing to keep: not registered yet, unregistered by wish, or refused for good. */
	| { name: 'idle' }
	/** `lastAttempt` is what it took to get here, and 0 where nothing had been lost. */
	| { name: 'registered'; since: Instant; refreshBy: Instant; lastAttempt: number }
	/** A REGISTER is on its way over the socket that it has. */
	| { name: 'checking'; cause: RecoveryCause; until: Instant }
	| { name: 'waiting'; cause: RecoveryCause; attempt: number; at: Instant }
	/** A new socket is being opened and registered over. */
	| { name: 'attempting'; cause: RecoveryCause; attempt: number; until: Instant };

export interface RecoveryState {
	readonly phase: Phase;
	/** Whom the phone dials. */
	readonly proxy: Proxy;
	readonly hasBackup: boolean;
	/** Attempts in a row that this proxy is to blame for. */
	readonly failures: number;
	/** Refusals in a row for want of credentials: one may be a nonce that grew stale. */
	readonly unauthorized: number;
	/** As the browser says; attempts go on, since it does not know of this very machine. */
	readonly offline: boolean;
	/** The SDK will close whatever socket it has then, unless its REGISTER is answered before. */
	readonly guardedUntil: Instant;
	/** When the last attempt began. */
	readonly attemptedAt: Instant;
}

export type RecoveryInput =
	/** A REGISTER was sent. */
	| { kind: 'registering' }
	/** It was answered in some way, so that the SDK called off its guard. */
	| { kind: 'answered' }
	| { kind: 'registered'; expiresSeconds: number }
	/** Refused, with credentials. */
	| { kind: 'refused'; status: number }
	/** The socket that the phone had last is closed. */
	| { kind: 'closed' }
	/** What the attempt under way threw. */
	| { kind: 'failed' }
	| { kind: 'offline' }
	| { kind: 'online' }
	| { kind: 'slept' }
	/** A person does not want to wait. */
	| { kind: 'hurry' }
	/** A person unregistered the phone, cut it off, or starts it himself. */
	| { kind: 'let go' }
	/** As `wakeAt` asked for; at any other time it changes nothing. */
	| { kind: 'time' };

export type RecoveryAction =
	/** Register over the socket that there is. */
	| { do: 'check' }
	/** Close all sockets, open one to this proxy and register over it. */
	| { do: 'attempt'; proxy: Proxy }
	/** Close all sockets: the attempt takes too long. */
	| { do: 'drop' }
	/** Re-INVITE the answered calls: all, or those whose media are broken. */
	| { do: 're-invite'; which: 'all' | 'broken' }
	| { do: 'tell'; step: RecoveryStep };

/** What comes of an input. */
export interface Recovered {
	state: RecoveryState;
	actions: RecoveryAction[];
}

/** To the first answer of a REGISTER, and a moment for its timer to be late. */
export const GUARD_TIME: Duration = 5.2 * SECOND;

export function initialRecovery(hasBackup: boolean): RecoveryState {
	return {
		phase: { name: 'idle' },
		proxy: 'primary',
		hasBackup,
		failures: 0,
		unauthorized: 0,
		offline: false,
		guardedUntil: 0,
		attemptedAt: -Infinity
	};
}

/** When to give it `time`; `undefined` where only an event can change something. */
export function wakeAt({ phase }: RecoveryState): Instant | undefined {
	switch (phase.name) {
		case 'idle':
			return undefined;
		case 'registered':
			return phase.refreshBy;
		case 'waiting':
			return phase.at;
		case 'checking':
		case 'attempting':
			return phase.until;
	}
}
