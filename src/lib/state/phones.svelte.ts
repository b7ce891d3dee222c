import type { CallAction } from '../phone/call-actions.ts';
import type { InstanceAction } from '../phone/instance-actions.ts';
import type { Phone } from '../phone/phone.ts';
import type { PhoneProfile } from '../phone/profile.ts';
import type { RunningCall } from '../phone/running-phone.ts';
import type { PhoneAction } from '../phone/tabs/phone-actions.ts';
import { RealPhones } from '../phone/tabs/real-phones.ts';
import { live } from './live-capture.svelte.ts';

/**
 * The phones. They are the SDK's plain objects, so a version counter stands for whatever changes in
 * them: reading `list` or `of()` subscribes. None of the actions rejects: what goes wrong is the
 * phone's own `error` and `lastError`, or its call's problem.
 */
class Phones {
	readonly #real = new RealPhones(() => live.begin());
	#version = $state(0);

	constructor() {
		this.#real.onchange = () => this.#version++;
	}

	get version(): number {
		return this.#version;
	}

	/** Started and not yet forgotten, in the order in which they were started. */
	get list(): readonly Phone[] {
		void this.#version;
		return this.#real.list;
	}

	/** The phone of a profile, by the profile's id. */
	of(profile: string): Phone | undefined {
		void this.#version;
		return this.list.find((phone) => phone.profile.id === profile);
	}

	/** Starts a phone, in the live trace. */
	start(profile: PhoneProfile, password?: string): Promise<void> {
		return this.#do({ action: 'start', profile, ...(password !== undefined && { password }) });
	}

	/**
	 * The SDK's second `start()` of a running phone: it registers over another socket, and leaves the
	 * first one open.
	 */
	startAgain(phone: string): Promise<void> {
		return this.#do({ action: 'startAgain', phone });
	}

	dispose(phone: string): Promise<void> {
		return this.#do({ action: 'dispose', phone });
	}

	/** Takes a disposed or failed phone off the list. */
	forget(phone: string): Promise<void> {
		return this.#do({ action: 'forget', phone });
	}

	restart(phone: string): Promise<void> {
		return this.#do({ action: 'restart', phone });
	}

	/** @returns what went wrong, in words, also to be shown beside what asked for it */
	async act(phone: string, id: InstanceAction): Promise<string | undefined> {
		try {
			await this.#real.perform({ action: 'act', phone, id });
		} catch (thrown) {
			return thrown instanceof Error ? thrown.message : String(thrown);
		}
	}

	clearError(phone: string): Promise<void> {
		return this.#do({ action: 'clearError', phone });
	}

	clearNotice(phone: string): Promise<void> {
		return this.#do({ action: 'clearNotice', phone });
	}

	call(phone: string, number: string): Promise<void> {
		return this.#do({ action: 'call', phone, number });
	}

	perform(phone: string, call: RunningCall, id: CallAction, argument = ''): Promise<void> {
		return this.#do({ action: 'perform', phone, callId: call.callId, id, argument });
	}

	/** The person has seen what went wrong in a call. */
	clearProblem(phone: string, { callId }: RunningCall): Promise<void> {
		return this.#do({ action: 'clearProblem', phone, callId });
	}

	/** Takes a call that failed off the list. */
	dismiss(phone: string, { callId }: RunningCall): Promise<void> {
		return this.#do({ action: 'dismiss', phone, callId });
	}

	/** The page is about to go: unregistering is started, though it seldom gets out. */
	leave(): void {
		this.#real.leave();
	}

	async #do(action: PhoneAction): Promise<void> {
		// The phone has kept what it says of its failure.
		await this.#real.perform(action).catch(() => undefined);
	}
}

export const phones = new Phones();
