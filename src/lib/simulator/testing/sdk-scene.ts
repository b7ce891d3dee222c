import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import { builtInAccounts, type Account } from '../accounts.ts';
import type { Settings } from '../core/settings.ts';
import type { HostEvent } from '../host/host-event.ts';
import { createSimulator, type HostedSimulator } from '../host/node-host.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { eventually } from './eventually.ts';
import { sdkPhone, type SdkPhone, type SdkPhoneOptions } from './sdk-phone.ts';

/** No pauses but the order of frames; the edge's own waits are short enough for a test. */
const FAST: Partial<Settings> = { pace: { from: 0, to: 0 }, ringAfter: { from: 2, to: 2 } };

export interface RingingCall {
	outbound: OutboundCallSession;
	inbound: InboundCallSession;
}

/** A simulator and the stock SDK's phones around it, for one test. */
export class SdkScene {
	readonly simulator: HostedSimulator;
	/** What the edge noticed: a fault is always a bug of ours. */
	readonly events: HostEvent[];
	#phones: SdkPhone[] = [];

	private constructor(simulator: HostedSimulator, events: HostEvent[]) {
		this.simulator = simulator;
		this.events = events;
	}

	static async open(settings: Partial<Settings> = {}, scenario?: Scenario): Promise<SdkScene> {
		const events: HostEvent[] = [];
		const simulator = await createSimulator({
			settings: { ...FAST, ...settings },
			scenario,
			log: (event) => events.push(event)
		});
		return new SdkScene(simulator, events);
	}

	/** @param extension `101` Alice, `102` Bob, `103` Carol */
	account(extension: string): Account {
		const account = builtInAccounts.find((candidate) => candidate.extension === extension);
		if (!account) throw new Error(`there is no extension ${extension}`);
		return account;
	}

	async phone(
		extension: string,
		options: Omit<SdkPhoneOptions, 'account' | 'proxy'> = {}
	): Promise<SdkPhone> {
		const account = this.account(extension);
		const made = await sdkPhone({ account, proxy: this.simulator.proxy, ...options });
		this.#phones.push(made);
		return made;
	}

	/** A phone that is registered, with its registration's frames forgotten. */
	async registered(
		extension: string,
		options: Omit<SdkPhoneOptions, 'account' | 'proxy'> = {}
	): Promise<SdkPhone> {
		const made = await this.phone(extension, options);
		await made.phone.start();
		forget(made);
		return made;
	}

	/** One calls the other, whose phone rings and has confirmed it. */
	async ring(caller: SdkPhone, callee: SdkPhone, number: string): Promise<RingingCall> {
		const ringing = callee.inbound();
		const outbound = await caller.phone.call(number);
		const inbound = await ringing;
		await eventually(() => callee.frames.length >= 6, 'the callee has confirmed that it rings');
		return { outbound, inbound };
	}

	/** As `ring`, answered; the frames so far are forgotten. */
	async answered(caller: SdkPhone, callee: SdkPhone, number: string): Promise<RingingCall> {
		const call = await this.ring(caller, callee, number);
		forget(caller, callee);
		await call.inbound.answer();
		await eventually(() => callee.frames.length >= 4, 'the callee knows that it was answered');
		forget(caller, callee);
		return call;
	}

	async close(): Promise<void> {
		for (const { phone, sockets } of this.#phones) {
			// The refresh timer would go on after the test.
			clearTimeout((phone.sipClient as unknown as { timeoutHandle: NodeJS.Timeout }).timeoutHandle);
			for (const socket of sockets) socket.terminate();
		}
		await this.simulator.close();
	}
}

export function forget(...phones: SdkPhone[]): void {
	for (const { frames, texts } of phones) {
		frames.length = 0;
		texts.length = 0;
	}
}
