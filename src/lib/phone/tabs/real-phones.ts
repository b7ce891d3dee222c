import type { Recorder } from '../../capture/recorder.ts';
import { snapshotOfPhone, type PhoneSnapshot } from '../phone-snapshot.ts';
import { RunningPhone, type RunningCall, type RunningPhoneOptions } from '../running-phone.ts';
import type { PhoneProfile } from '../profile.ts';
import type { PhoneAction } from './phone-actions.ts';

/** The phones that run in this tab, and what is done with them, whichever tab asks for it. */
export class RealPhones {
	/** Called after every change of a phone, or of which there are. */
	onchange: () => void = () => undefined;
	readonly #recorder: () => Pick<Recorder, 'record'>;
	readonly #phones = new Map<string, RunningPhone>();

	/** @param recorder asked for when the first phone starts */
	constructor(recorder: () => Pick<Recorder, 'record'>) {
		this.#recorder = recorder;
	}

	/** Started, in the order in which they were. */
	get list(): RunningPhone[] {
		return [...this.#phones.values()];
	}

	/** By the id of its profile. */
	of(profile: string): RunningPhone | undefined {
		return this.#phones.get(profile);
	}

	/** @throws what the phone says of its failure, and where what it is about is gone */
	async perform(action: PhoneAction): Promise<void> {
		if (action.action === 'start') return this.#start(action);
		const phone = this.#phones.get(action.phone);
		if (!phone) throw new Error('This phone does not run any more.');
		switch (action.action) {
			case 'startAgain':
				return started(phone, phone.start());
			case 'restart':
				return started(phone, phone.restart());
			case 'dispose':
				return phone.dispose();
			case 'act':
				return phone.act(action.id);
			case 'forget':
				return this.#forget(action.phone);
			case 'clearError':
				return phone.clearError();
			case 'clearNotice':
				return phone.clearNotice();
			case 'call':
				return phone.call(action.number);
			default:
				return performOnCall(phone, callOf(phone, action.callId), action);
		}
	}

	/** The page is about to go: unregistering is started, though it seldom gets out. */
	leave(): void {
		for (const phone of this.#phones.values()) void phone.dispose();
	}

	/** As another tab is to know them. */
	describe(): PhoneSnapshot[] {
		return this.list.map(snapshotOfPhone);
	}

	/** Goes on with what ran in a tab that is gone. Those that were ended there stay so. */
	takeOver(snapshots: readonly PhoneSnapshot[]): void {
		for (const { profile, password, calls, state, error, inUse } of snapshots) {
			const runs = state === 'starting' || state === 'running';
			const phone = this.#add(profile, { password, ...(runs && { calls }) });
			if (runs) void phone.start();
			else if (state === 'failed') Object.assign(phone, { state, error, inUse });
		}
	}

	async #start({ profile, password, unguarded }: Start): Promise<void> {
		await this.#phones.get(profile.id)?.dispose();
		const phone = this.#add(profile, { password, unguarded });
		await started(phone, phone.start());
	}

	#add(profile: PhoneProfile, options: Omit<RunningPhoneOptions, 'recorder'>): RunningPhone {
		const phone = new RunningPhone(profile, { recorder: this.#recorder(), ...options });
		phone.onchange = () => this.onchange();
		this.#phones.set(profile.id, phone);
		this.onchange();
		return phone;
	}

	#forget(profile: string): void {
		this.#phones.delete(profile);
		this.onchange();
	}
}

async function started(phone: RunningPhone, starting: Promise<void>): Promise<void> {
	await starting;
	if (phone.state === 'failed') throw new Error(phone.error);
}

type Start = Extract<PhoneAction, { action: 'start' }>;
type CallDeed = Extract<PhoneAction, { callId: string }>;

async function performOnCall(
	phone: RunningPhone,
	call: RunningCall,
	deed: CallDeed
): Promise<void> {
	switch (deed.action) {
		case 'perform':
			await phone.perform(call, deed.id, deed.argument);
			if (call.actionProblem !== undefined) throw new Error(call.actionProblem);
			return;
		case 'clearProblem':
			call.problem = undefined;
			return phone.clearError();
		case 'dismiss':
			return phone.dismiss(call);
	}
}

function callOf(phone: RunningPhone, callId: string): RunningCall {
	const call = phone.calls.find((one) => one.callId === callId);
	if (!call) throw new Error('This call is over.');
	return call;
}
