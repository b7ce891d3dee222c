import type { WebRtcSessionFactory } from 'ringcentral-web-phone/types';
import type { Recorder } from '../capture/recorder.ts';
import { callAction, type CallAction } from './call-actions.ts';
import type { CallSnapshot } from './call-snapshot.ts';
import { instanceAction, type InstanceAction } from './instance-actions.ts';
import { lockInstance, NO_LOCK, type InstanceLock } from './instance-lock.ts';
import { settleWithin, type Settled } from './outcome.ts';
import type { Phone, PhoneState, RecoveryStatus } from './phone.ts';
import { PhoneLog } from './phone-log.ts';
import { addressOfRecordOf, hasBackupProxy, instanceOf, type PhoneProfile } from './profile.ts';
import { RecoveryHost } from './recovery/recovery-host.ts';
import type { RunningCall } from './running-call.ts';
import { SdkPhone } from './sdk-phone.ts';
import { hearStrayRejections } from './stray-rejections.ts';

export type { RunningCall } from './running-call.ts';

export interface RunningPhoneOptions {
	recorder: Pick<Recorder, 'record'>;
	/** Where the profile does not hold it. */
	password?: string;
	/** The calls that it had in a page that is gone: its first start takes the phone over. */
	calls?: readonly CallSnapshot[];
	/** Runs even where another phone has the same instance, which is then superseded. */
	unguarded?: boolean;
	/** The SDK prints every message to the console. */
	debug?: boolean;
	/** In place of microphone and tone, where there is no WebRTC. */
	webRtcSessionFactory?: WebRtcSessionFactory;
}

/** Seconds; the SDK itself closes the socket after 5, and never settles. */
const START_TIME = 8;
const LOCK_TIME = 1;

/** What exists from start to dispose. */
interface Running {
	sdk: SdkPhone;
	lock: InstanceLock;
	recovery: RecoveryHost | undefined;
	/** It has been registered: what it registered may live on, though a later start failed. */
	registered: boolean;
	stopHearing: () => void;
}

/**
 * A profile's real WebPhone. Whatever the SDK does is left as it is, and recorded; where it would keep
 * one waiting for ever, this stops waiting and says so.
 */
export class RunningPhone implements Phone {
	readonly profile: PhoneProfile;
	state: PhoneState = 'disposed';
	error: string | undefined;
	inUse = false;
	notice: string | undefined;
	/** Called after every change of the phone or of one of its calls. */
	onchange: () => void = () => undefined;
	/** What its first start takes over. */
	#adopted: readonly CallSnapshot[] | undefined;
	readonly #options: RunningPhoneOptions;
	readonly #log: PhoneLog;
	#running: Running | undefined;
	/** The instance id that was held last is free again. */
	#released: Promise<void> = Promise.resolve();
	#disposing: Promise<void> | undefined;
	/** Counts starts and disposes, so that one overtaken by another ends quietly. */
	#turn = 0;

	constructor(profile: PhoneProfile, options: RunningPhoneOptions) {
		this.profile = profile;
		this.#options = options;
		this.#adopted = options.calls;
		this.#log = new PhoneLog(options.recorder, profile);
	}

	get holdsInstance(): boolean {
		return this.#running !== undefined;
	}

	/** Where the profile does not hold it. */
	get password(): string | undefined {
		return this.#options.password;
	}

	get calls(): readonly RunningCall[] {
		return this.#running?.sdk.calls.list ?? [];
	}

	get recovery(): RecoveryStatus | undefined {
		return this.#running?.recovery?.status;
	}

	get lastError(): string | undefined {
		return this.#log.lastError;
	}

	clearError(): void {
		this.#log.lastError = undefined;
		this.onchange();
	}

	clearNotice(): void {
		this.notice = undefined;
		this.onchange();
	}

	/**
	 * Registers. Never rejects: `state` and `error` tell. On a running phone this is the SDK's second
	 * `start()`, which opens another socket and leaves the first.
	 */
	async start(): Promise<void> {
		if (this.state === 'starting' || this.state === 'disposing') return;
		// A call may still be saved by a new registration and a re-INVITE.
		const inCall = this.calls.some((call) => call.state === 'answered');
		if (this.state === 'failed' && !inCall) this.#release();
		const turn = ++this.#turn;
		this.inUse = false;
		this.#running?.recovery?.letGo();
		this.#log.lastError = undefined;
		this.#enter('starting');
		this.#log.recordStart(this.#adopted !== undefined);
		if (!this.#running) await this.#prepare(turn);
		if (!this.#running || turn !== this.#turn) return;
		const outcome = await settleWithin(this.#running.sdk.start(), START_TIME);
		if (outcome.kind !== 'no answer') return this.#started(turn, outcome);
		this.#fail(
			turn,
			new Error(`No answer for ${START_TIME} s; the SDK's start() is still pending.`)
		);
		void outcome.later.then((settled) => this.#started(turn, settled));
	}

	/**
	 * Hangs up, unregisters and frees everything. Never rejects. The SDK's `dispose()` is begun before
	 * this first waits, so that it may be called while the page goes away.
	 */
	dispose(): Promise<void> {
		this.#disposing ??= this.#dispose().finally(() => (this.#disposing = undefined));
		return this.#disposing;
	}

	/** With the same instance id, which replaces the binding (RFC 5626 §6). */
	async restart(): Promise<void> {
		await this.dispose();
		await this.start();
	}

	/** @throws what went wrong, which is `lastError` too */
	async act(id: InstanceAction): Promise<void> {
		const { label, limit, perform } = instanceAction(id);
		if (!this.#running || this.state !== 'running') throw new Error('This phone does not run.');
		this.#log.lastError = undefined;
		this.#log.record({ event: 'action', action: id });
		const { recovery } = this.#running;
		if (id === 'refresh' && recovery?.hurry()) return;
		if (id !== 'refresh') recovery?.letGo();
		const outcome = await settleWithin(perform(this.#running.sdk), limit);
		if (outcome.kind === 'done') return this.onchange();
		const thrown =
			outcome.kind === 'failed'
				? outcome.thrown
				: new Error(`${label}: no answer for ${limit} s; the SDK still waits.`);
		throw new Error(this.#report(thrown, id), { cause: thrown });
	}

	/** Places a call, and returns once it is on its way. */
	async call(number: string): Promise<void> {
		if (!this.#running) return;
		this.#log.record({ event: 'action', action: 'call', argument: number });
		this.#running.sdk.calls.dial(number);
	}

	/** Does nothing where the action no longer applies: the call has moved on meanwhile. */
	async perform(call: RunningCall, id: CallAction, argument = ''): Promise<void> {
		const action = callAction(id);
		if (!action.applies(call) || call.busy.has(id)) return;
		this.#log.record({
			event: 'action',
			action: id,
			callId: call.callId,
			...(argument === '' ? undefined : { argument })
		});
		call.busy.add(id);
		this.#forgetProblem(call);
		this.onchange();
		const outcome = await settleWithin(action.perform(call, argument), action.limit, call.ended);
		call.busy.delete(id);
		if (outcome.kind !== 'no answer') this.#performed(call, id, outcome);
		else if (call.state !== 'disposed') this.#unanswered(call, id, outcome.later);
		this.onchange();
	}

	/** Takes a call that failed off the list. */
	dismiss(call: RunningCall): void {
		this.#running?.sdk.calls.dismiss(call);
	}

	async #prepare(turn: number): Promise<void> {
		const { sipInfo } = this.profile;
		const password = sipInfo.password ?? this.#options.password;
		if (!password) return this.#fail(turn, new Error('The password is needed to register.'));
		await this.#released;
		const lock = await this.#lock();
		if (turn !== this.#turn) return lock === 'in use' ? undefined : lock.release();
		if (lock === 'in use') {
			this.inUse = true;
			return this.#fail(turn, new Error('This instance id is in use in another tab.'));
		}
		const sdk = this.#createPhone(password);
		const recovery = this.profile.recovers === false ? undefined : this.#recoveryOf(sdk);
		this.#running = { sdk, lock, recovery, registered: false, stopHearing: this.#hear() };
		sdk.calls.adopt(this.#adopted ?? []);
		this.#adopted = undefined;
	}

	#lock(): Promise<InstanceLock | 'in use'> {
		const { unguarded, calls } = this.#options;
		if (unguarded) return Promise.resolve(NO_LOCK);
		// A page that is gone may take a moment to let go.
		const patience = calls ? LOCK_TIME : 0;
		return lockInstance(addressOfRecordOf(this.profile), instanceOf(this.profile), patience);
	}

	#createPhone(password: string): SdkPhone {
		const { recorder, debug = true, webRtcSessionFactory } = this.#options;
		return new SdkPhone({
			profile: this.profile,
			password,
			recorder,
			log: this.#log,
			debug,
			webRtcSessionFactory,
			onclose: () => this.#running?.recovery?.closed(),
			onerror: (thrown, action) => this.#report(thrown, action),
			onchange: () => this.onchange()
		});
	}

	#recoveryOf(sdk: SdkPhone): RecoveryHost {
		return new RecoveryHost({
			sdk,
			log: this.#log,
			hasBackup: hasBackupProxy(this.profile),
			onchange: () => this.onchange()
		});
	}

	#hear(): () => void {
		return hearStrayRejections((thrown, certain) => {
			if (certain) this.#report(thrown);
			else this.#log.recordStrayError(thrown);
		});
	}

	#started(turn: number, settled: Settled<void>): void {
		if (turn !== this.#turn) return;
		if (settled.kind === 'failed') {
			// A phone that was refused must not keep its instance from others.
			if (!this.#running?.registered) this.#release();
			return this.#fail(turn, settled.thrown);
		}
		if (this.#running) this.#running.registered = true;
		void this.#running?.sdk.calls.resume();
		this.error = undefined;
		this.#log.record({ event: 'started' });
		this.#enter('running');
	}

	#fail(turn: number, thrown: unknown): void {
		if (turn !== this.#turn) return;
		this.error = this.#log.recordError(thrown, 'start');
		this.#enter('failed');
	}

	async #dispose(): Promise<void> {
		this.#turn++;
		const running = this.#running;
		if (running) {
			this.#log.record({ event: 'dispose' });
			running.recovery?.stop();
			this.#enter('disposing');
			await running.sdk.dispose();
			this.#release();
			await this.#released;
			this.#log.record({ event: 'disposed' });
		}
		this.error = undefined;
		this.#enter('disposed');
	}

	#release(): void {
		if (!this.#running) return;
		const { sdk, recovery, stopHearing, lock } = this.#running;
		this.#running = undefined;
		recovery?.stop();
		sdk.release();
		stopHearing();
		this.#released = lock.release();
	}

	/** Of the action before; the phone would else go on telling what its call no longer does. */
	#forgetProblem(call: RunningCall): void {
		if (this.#log.lastError === call.actionProblem) this.#log.lastError = undefined;
		call.actionProblem = undefined;
	}

	#performed(call: RunningCall, id: CallAction, settled: Settled<string | void>): void {
		if (settled.kind === 'failed')
			call.actionProblem = this.#report(settled.thrown, id, call.callId);
		else if (settled.value !== undefined) this.notice = settled.value;
	}

	#unanswered(call: RunningCall, id: CallAction, later: Promise<Settled<string | void>>): void {
		const { label, limit } = callAction(id);
		const error = new Error(`${label}: no answer for ${limit} s; the SDK still waits.`);
		const problem = this.#report(error, id, call.callId);
		call.actionProblem = problem;
		void later.then((settled) => {
			if (call.actionProblem === problem) call.actionProblem = undefined;
			this.#performed(call, id, settled);
			this.onchange();
		});
	}

	#report(thrown: unknown, action?: string, callId?: string): string {
		const message = this.#log.recordError(thrown, action, callId);
		this.onchange();
		return message;
	}

	#enter(state: PhoneState): void {
		this.state = state;
		this.onchange();
	}
}
