import WebPhone from 'ringcentral-web-phone';
import { DummySipClient } from 'ringcentral-web-phone/sip-client';
import { linkTransfers, restoreCall, updateCall } from '../call-snapshot.ts';
import type { Phone } from '../phone.ts';
import type { PhoneSnapshot } from '../phone-snapshot.ts';
import type { RunningCall } from '../running-phone.ts';

/**
 * What a tab shows of a phone that runs in another: a WebPhone of the SDK that speaks with nobody, with
 * sessions that are what the real phone's were when it told of them last. What is to be done with it
 * is sent to the real one.
 */
export class DummyPhone implements Phone {
	calls: readonly RunningCall[] = [];
	/** Why something that was sent to the real phone was not done. */
	trouble: string | undefined;
	readonly #webPhone: WebPhone;
	#snapshot: PhoneSnapshot;

	constructor(snapshot: PhoneSnapshot) {
		const { sipInfo } = snapshot.profile;
		this.#webPhone = new WebPhone({
			sipInfo: { ...sipInfo, password: '' },
			sipClient: new DummySipClient()
		});
		this.#snapshot = snapshot;
		this.update(snapshot);
	}

	get profile() {
		return this.#snapshot.profile;
	}

	/** Where the profile does not hold it. */
	get password() {
		return this.#snapshot.password;
	}

	get state() {
		return this.#snapshot.state;
	}

	get error() {
		return this.#snapshot.error;
	}

	get inUse() {
		return this.#snapshot.inUse;
	}

	get notice() {
		return this.#snapshot.notice;
	}

	get lastError() {
		return this.trouble ?? this.#snapshot.lastError;
	}

	get holdsInstance() {
		return this.#snapshot.holdsInstance;
	}

	get recovery() {
		return this.#snapshot.recovery;
	}

	/** The tab that ran it is gone: what it showed may hold no longer. */
	lapse(): void {
		const { profile, password } = this.#snapshot;
		this.trouble = undefined;
		this.update({
			profile,
			password,
			state: 'moving',
			inUse: false,
			holdsInstance: false,
			calls: []
		});
	}

	update(snapshot: PhoneSnapshot): void {
		this.#snapshot = snapshot;
		const before = new Map(this.calls.map((call) => [call.callId, call]));
		this.calls = snapshot.calls.map((told) => {
			const call = before.get(told.callId);
			before.delete(told.callId);
			if (!call) return restoreCall(this.#webPhone, told);
			updateCall(call, told);
			return call;
		});
		linkTransfers(this.calls, snapshot.calls);
		this.#webPhone.callSessions = this.calls.map(({ session }) => session);
		for (const { session } of before.values()) session.dispose();
	}
}
