import type { CallAction } from '../phone/call-actions.ts';
import type { InstanceAction } from '../phone/instance-actions.ts';
import type { Phone } from '../phone/phone.ts';
import type { PhoneProfile } from '../phone/profile.ts';
import type { RunningCall } from '../phone/running-phone.ts';
import { ActionError } from '../phone/tabs/action-error.ts';
import type { PhoneAction } from '../phone/tabs/phone-actions.ts';
import { DummyPhones } from '../phone/tabs/dummy-phones.ts';
import { RealPhones } from '../phone/tabs/real-phones.ts';
import { live } from './live-capture.svelte.ts';
import { sharePhones, type PhoneTabs } from './phone-sharing.ts';
import { profiles } from './profiles.svelte.ts';
import { tabs } from './tabs.svelte.ts';

/**
 * The phones, whether they run in this tab or in another: then what is done here is done there. They are the SDK's plain objects, so a version counter stands for whatever changes in
 * them: reading `list` or `of()` subscribes. None of the actions rejects: what goes wrong is the
 * phone's own `error` and `lastError`, or its call's problem.
 */
class Phones {
	readonly #real = new RealPhones(() => live.begin());
	readonly #dummies = new DummyPhones();
	#tabs: PhoneTabs | undefined;
	#version = $state(0);

	constructor() {
		this.#real.onchange = () => {
			this.#version++;
			this.#tabs?.publish();
		};
	}

	/** Shares the phones with the other tabs of this browser; what runs there is shown here too. */
	share(): void {
		live.ready = this.#share();
	}

	/**
	 * Leaves what the other tabs share, and runs one of its phones here as well, with the same instance,
	 * in a trace of this tab's own. A reload brings the shared ones back.
	 * @returns the id of the trace
	 */
	runHereToo(phone: string): string | undefined {
		const dummy = this.#dummies.of(phone);
		if (!dummy) return undefined;
		this.#standApart();
		live.begin();
		void this.startUnguarded(dummy.profile, dummy.password);
		return live.trace?.header.id;
	}

	#standApart(): void {
		this.#tabs?.part();
		this.#tabs = undefined;
		this.#dummies.clear();
		live.part();
		tabs.standApart();
		this.#version++;
	}

	get version(): number {
		return this.#version;
	}

	/** Started and not yet forgotten, in the order in which they were started. */
	get list(): readonly Phone[] {
		void this.#version;
		return this.#dummies.list.length > 0 ? this.#dummies.list : this.#real.list;
	}

	/** The phone of a profile, by the profile's id. */
	of(profile: string): Phone | undefined {
		void this.#version;
		return this.list.find((phone) => phone.profile.id === profile);
	}

	/** Starts a phone, in the live trace. */
	start(profile: PhoneProfile, password?: string): Promise<void> {
		return this.#do({ action: 'start', profile, password });
	}

	/** Though another phone has the same instance: the edge then lets the newest ring. */
	startUnguarded(profile: PhoneProfile, password?: string): Promise<void> {
		return this.#do({ action: 'start', profile, password, unguarded: true });
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
	act(phone: string, id: InstanceAction): Promise<string | undefined> {
		return this.#tried({ action: 'act', phone, id });
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

	/**
	 * The page is about to go. Where another tab takes the phones over, they are left as they are; else
	 * unregistering is started, though it seldom gets out.
	 */
	leave(): void {
		if (!this.#tabs?.leave()) this.#real.leave();
	}

	async #share(): Promise<void> {
		this.#tabs = await sharePhones({
			real: this.#real,
			dummies: this.#dummies,
			onchange: () => this.#changed()
		});
		this.#changed();
	}

	#changed(): void {
		this.#version++;
		if (this.#tabs) tabs.note(this.#tabs);
		const isUnknown = ({ profile }: Phone) => !profiles.get(profile.id);
		if (profiles.loaded && this.#dummies.list.some(isUnknown)) void profiles.refresh();
	}

	/** What fails in the real phone it says itself; what does not get there is said here. */
	async #do(action: PhoneAction): Promise<void> {
		const problem = await this.#tried(action);
		const dummy = this.#dummies.of(action.action === 'start' ? action.profile.id : action.phone);
		if (dummy) dummy.trouble = problem;
		this.#version++;
	}

	/** @returns what went wrong, in words */
	async #tried(action: PhoneAction): Promise<string | undefined> {
		await live.ready;
		tabs.trouble = undefined;
		try {
			await (this.#tabs?.act(action) ?? this.#real.perform(action));
			return undefined;
		} catch (thrown) {
			if (thrown instanceof ActionError && thrown.code === 'nobody')
				tabs.trouble = `${thrown.message} A tab of another version of Sipscope may hold it: close or reload that one.`;
			return thrown instanceof Error ? thrown.message : String(thrown);
		}
	}
}

export const phones = new Phones();
