import { browserLikeWebSocket } from '../../../../tests/browser-like-websocket.ts';
import { Recorder } from '../../capture/recorder.ts';
import { builtInAccounts, sipInfoOf, type Account } from '../../simulator/accounts.ts';
import type { Settings } from '../../simulator/core/settings.ts';
import { createSimulator, type HostedSimulator } from '../../simulator/host/node-host.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { cannedSession } from '../../simulator/testing/canned-session.ts';
import type { Entry, PhoneEntry } from '../../trace/entry.ts';
import type { PhoneProfile } from '../profile.ts';
import { RunningPhone } from '../running-phone.ts';

/** A phone, with what it recorded. */
export interface ScenePhone {
	phone: RunningPhone;
	account: Account;
	entries(): Entry[];
	/** What the phone did, in order. */
	deeds(): PhoneEntry[];
}

/** A simulator and our own running phones around it, in Node, for one test. */
export class PhoneScene {
	readonly simulator: HostedSimulator;
	readonly #native = globalThis.WebSocket;
	readonly #phones: RunningPhone[] = [];

	private constructor(simulator: HostedSimulator) {
		this.simulator = simulator;
		globalThis.WebSocket = browserLikeWebSocket;
	}

	static async open(settings: Partial<Settings> = {}, scenario?: Scenario): Promise<PhoneScene> {
		return new PhoneScene(
			await createSimulator({
				settings: { pace: { from: 0, to: 0 }, ringAfter: { from: 2, to: 2 }, ...settings },
				scenario,
				log: () => undefined
			})
		);
	}

	/** @param extension `101` Alice, `102` Bob, `103` Carol */
	phone(extension: string, change: Partial<PhoneProfile> = {}): ScenePhone {
		const account = builtInAccounts.find((known) => known.extension === extension);
		if (!account) throw new Error(`There is no extension ${extension}.`);
		const seen: Entry[] = [];
		const recorder = new Recorder([{ append: (batch) => seen.push(...batch) }]);
		const profile: PhoneProfile = {
			id: `phone-${extension}`,
			name: account.name,
			sipInfo: sipInfoOf(account, this.simulator.proxy),
			plain: true,
			instance: { kind: 'default' },
			media: 'tone',
			createdAt: 0,
			...change
		};
		const phone = new RunningPhone(profile, {
			recorder,
			debug: false,
			webRtcSessionFactory: cannedSession
		});
		this.#phones.push(phone);
		const entries = () => {
			recorder.flush();
			return seen;
		};
		const isDeed = (entry: Entry): entry is PhoneEntry => entry.kind === 'phone';
		return { phone, account, entries, deeds: () => entries().filter(isDeed) };
	}

	async started(extension: string, change: Partial<PhoneProfile> = {}): Promise<ScenePhone> {
		const made = this.phone(extension, change);
		await made.phone.start();
		if (made.phone.state !== 'running') throw new Error(made.phone.error);
		return made;
	}

	/** @returns ends it */
	play(scenario: Scenario): () => void {
		return this.simulator.simulator.scenarios.play(scenario);
	}

	/** Closes every socket with a code, as a proxy that fails does; 1006 cuts them. */
	disconnectAll(code: number): void {
		for (const { id } of this.simulator.connections())
			this.simulator.simulator.disconnect(id, code);
	}

	async close(): Promise<void> {
		await Promise.all(this.#phones.map((phone) => phone.dispose()));
		await this.simulator.close();
		globalThis.WebSocket = this.#native;
	}
}
