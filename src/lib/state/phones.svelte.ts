import type { CallAction } from '../phone/call-actions.ts';
import type { PhoneProfile } from '../phone/profile.ts';
import { RunningPhone, type RunningCall } from '../phone/running-phone.ts';
import { live } from './live-capture.svelte.ts';

/**
 * The phones that run in this tab. They are the SDK's plain objects, so a version counter stands for
 * whatever changes in them: reading `list` or `of()` subscribes.
 */
class Phones {
	readonly #running = new Map<string, RunningPhone>();
	#version = $state(0);

	get version(): number {
		return this.#version;
	}

	/** Started and not yet disposed, in the order in which they were started. */
	get list(): RunningPhone[] {
		void this.#version;
		return [...this.#running.values()];
	}

	/** The running phone of a profile, by the profile's id. */
	of(profile: string): RunningPhone | undefined {
		void this.#version;
		return this.#running.get(profile);
	}

	/** Starts a phone, in the live trace. What goes wrong is the phone's own `state` and `lastError`. */
	async start(profile: PhoneProfile, password?: string): Promise<void> {
		await this.#running.get(profile.id)?.dispose();
		const phone = new RunningPhone(profile, { recorder: live.begin(), password });
		phone.onchange = () => this.#version++;
		this.#running.set(profile.id, phone);
		this.#version++;
		await phone.start();
	}

	/**
	 * The SDK's second `start()` of a running phone: it registers over another socket, and leaves the
	 * first one open.
	 */
	async startAgain(profile: string): Promise<void> {
		await this.#running.get(profile)?.start();
	}

	async dispose(profile: string): Promise<void> {
		await this.#running.get(profile)?.dispose();
	}

	/** Takes a disposed or failed phone off the list. */
	forget(profile: string): void {
		this.#running.delete(profile);
		this.#version++;
	}

	async restart(profile: string): Promise<void> {
		await this.#running.get(profile)?.restart();
	}

	async call(profile: string, number: string): Promise<void> {
		await this.#running.get(profile)?.call(number);
	}

	async perform(
		profile: string,
		call: RunningCall,
		action: CallAction,
		argument?: string
	): Promise<void> {
		await this.#running.get(profile)?.perform(call, action, argument);
	}

	/** The page is about to go: unregistering is started, though it seldom gets out. */
	leave(): void {
		for (const phone of this.#running.values()) void phone.dispose();
	}
}

export const phones = new Phones();
