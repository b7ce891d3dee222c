import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import type { Account } from '../../src/lib/simulator/accounts.ts';
import { eventually } from '../../src/lib/simulator/testing/eventually.ts';
import { sdkPhone, type SdkPhone } from '../../src/lib/simulator/testing/sdk-phone.ts';

/** What the SDK keeps to itself, and somebody who takes its socket away must know of. */
interface SdkClient {
	timeoutHandle?: NodeJS.Timeout;
	register(expires: number): Promise<void>;
}

/** In milliseconds. */
const ASLEEP = 50;

/** Two phones of the stock SDK that call each other. */
export class Desk {
	readonly caller: SdkPhone;
	readonly callee: SdkPhone;
	readonly number: string;
	#registering = new Map<SdkPhone, Promise<void>>();

	private constructor(caller: SdkPhone, callee: SdkPhone, number: string) {
		this.caller = caller;
		this.callee = callee;
		this.number = number;
		for (const phone of [caller, callee]) this.#watchRegistering(phone);
	}

	static async open(proxy: string, [calling, called]: [Account, Account]): Promise<Desk> {
		const caller = await sdkPhone({ account: calling, proxy });
		const callee = await sdkPhone({ account: called, proxy });
		const desk = new Desk(caller, callee, called.extension);
		await caller.phone.start();
		await callee.phone.start();
		return desk;
	}

	/** The caller has its 200, the callee rings. */
	async ring(): Promise<{ outbound: OutboundCallSession; inbound: InboundCallSession }> {
		const ringing = this.callee.inbound();
		const outbound = await this.caller.phone.call(this.number);
		const inbound = await ringing;
		await eventually(() => has(this.callee, '> MESSAGE'), 'the callee has confirmed that it rings');
		return { outbound, inbound };
	}

	async answer(): Promise<{ outbound: OutboundCallSession; inbound: InboundCallSession }> {
		const call = await this.ring();
		await call.inbound.answer();
		await eventually(() => has(this.callee, '< ACK'), 'the callee has its ACK');
		return call;
	}

	/** Nobody talks any more, and what was recorded of it is forgotten. */
	async quiet(): Promise<void> {
		for (const { phone, frames, texts } of [this.caller, this.callee]) {
			await eventually(() => phone.callSessions.length === 0, 'the call has ended');
			frames.length = 0;
			texts.length = 0;
		}
	}

	/**
	 * As a laptop that wakes up: the socket is gone, the same phone starts anew. In between the SDK has
	 * the time to answer what came last: on the next socket it would, before that one is open.
	 */
	async loseSocket(sdkPhone: SdkPhone): Promise<void> {
		await this.#stopRefreshing(sdkPhone);
		sdkPhone.sockets.pop()?.terminate();
		await new Promise((resolve) => setTimeout(resolve, ASLEEP));
		await sdkPhone.phone.start();
	}

	async close(): Promise<void> {
		for (const sdkPhone of [this.caller, this.callee]) {
			await this.#stopRefreshing(sdkPhone);
			await sdkPhone.phone.dispose();
		}
	}

	#watchRegistering(sdkPhone: SdkPhone): void {
		const client = clientOf(sdkPhone);
		const register = client.register.bind(client);
		client.register = (expires) => {
			const registering = register(expires);
			this.#registering.set(sdkPhone, registering);
			return registering;
		};
	}

	/**
	 * A refresh that loses its socket closes the next one: five seconds after an unanswered REGISTER
	 * the SDK closes whatever socket it has by then.
	 */
	async #stopRefreshing(sdkPhone: SdkPhone): Promise<void> {
		await this.#registering.get(sdkPhone);
		clearTimeout(clientOf(sdkPhone).timeoutHandle);
	}
}

function clientOf({ phone }: SdkPhone): SdkClient {
	return phone.sipClient as unknown as SdkClient;
}

function has({ frames }: SdkPhone, start: string): boolean {
	return frames.some((frame) => frame.startsWith(start));
}
