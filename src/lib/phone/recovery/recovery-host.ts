import { now } from '../../capture/clock.ts';
import { MILLISECOND } from '../../trace/instant.ts';
import type { RecoveryStatus } from '../phone.ts';
import type { PhoneLog } from '../phone-log.ts';
import type { SdkPhone } from '../sdk-phone.ts';
import { hearNetwork } from './network-events.ts';
import { recover } from './recover.ts';
import {
	initialRecovery,
	wakeAt,
	type Proxy,
	type RecoveryAction,
	type RecoveryInput,
	type RecoveryState
} from './recovery-state.ts';

export interface RecoveryHostOptions {
	sdk: Pick<SdkPhone, 'hearRegistration' | 'refresh' | 'reconnect' | 'closeSockets' | 'calls'>;
	log: PhoneLog;
	hasBackup: boolean;
	onchange: () => void;
}

/** Keeps a phone registered: brings what happens to `recover`, and does what that says. */
export class RecoveryHost {
	readonly #options: RecoveryHostOptions;
	readonly #stopHearing: () => void;
	#state: RecoveryState;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;
	/** Counts attempts, so that the end of one that was given up is no other's. */
	#attempts = 0;

	constructor(options: RecoveryHostOptions) {
		this.#options = options;
		this.#state = initialRecovery(options.hasBackup);
		options.sdk.hearRegistration((input) => this.#take(input));
		this.#stopHearing = hearNetwork((input) => this.#take(input));
	}

	get status(): RecoveryStatus | undefined {
		const { phase, proxy } = this.#state;
		switch (phase.name) {
			case 'idle':
			case 'registered':
				return undefined;
			case 'checking':
				return { phase: 'checking', cause: phase.cause, proxy };
			case 'waiting': {
				const { cause, attempt, at } = phase;
				return { phase: 'waiting', cause, attempt, at, proxy };
			}
			case 'attempting':
				return { phase: 'attempting', cause: phase.cause, attempt: phase.attempt, proxy };
		}
	}

	/** The socket that the phone had last is closed. */
	closed(): void {
		this.#take({ kind: 'closed' });
	}

	/** Does nothing more until the phone is registered again. */
	letGo(): void {
		this.#take({ kind: 'let go' });
	}

	/** Tries at once. @returns whether there is something to recover from */
	hurry(): boolean {
		if (!this.status) return false;
		this.#take({ kind: 'hurry' });
		return true;
	}

	/** For good. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
		this.#stopHearing();
	}

	#take(input: RecoveryInput): void {
		if (this.#stopped) return;
		const before = this.#state.phase;
		const { state, actions } = recover(this.#state, input, now(), Math.random());
		this.#state = state;
		for (const action of actions) this.#do(action);
		this.#setTimer();
		if (this.#state.phase !== before) this.#options.onchange();
	}

	#do(action: RecoveryAction): void {
		const { sdk, log } = this.#options;
		switch (action.do) {
			case 'tell':
				return this.#tell(action.step);
			case 'check':
				// What the edge says to it is heard; a socket that is not open says nothing.
				return void sdk.refresh().catch((thrown: unknown) => log.recordError(thrown, 'refresh'));
			case 'attempt':
				return void this.#attempt(action.proxy);
			case 'drop':
				return sdk.closeSockets();
			case 're-invite':
				return void sdk.calls.reInvite(action.which);
		}
	}

	#tell(step: Extract<RecoveryAction, { do: 'tell' }>['step']): void {
		const { log } = this.#options;
		log.record({ event: 'recovery', ...step });
		// What it had to recover from is over.
		if (step.step === 'registered') log.lastError = undefined;
	}

	async #attempt(proxy: Proxy): Promise<void> {
		const attempt = ++this.#attempts;
		try {
			await this.#options.sdk.reconnect(proxy);
		} catch {
			// The trace has what was thrown: a socket that could not be opened, or what the edge answered.
			if (attempt === this.#attempts) this.#take({ kind: 'failed' });
		}
	}

	#setTimer(): void {
		clearTimeout(this.#timer);
		const at = wakeAt(this.#state);
		if (at === undefined) return;
		const delay = Math.max(0, Math.ceil((at - now()) / MILLISECOND));
		this.#timer = setTimeout(() => this.#take({ kind: 'time' }), delay);
	}
}
