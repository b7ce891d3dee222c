import { builtInAccounts } from '../accounts.ts';
import { createEdge, type Edge } from '../core/edge.ts';
import type { EdgeEvent } from '../core/environment.ts';
import type { Media } from '../core/media.ts';
import type { Settings } from '../core/settings.ts';
import { ScriptedPhone } from './scripted-phone.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The core alone, with a clock and a chance of the test's own. */
export class CoreScene {
	readonly clock = new VirtualClock();
	readonly events: EdgeEvent[] = [];
	readonly edge: Edge;
	#phones = new Map<string, ScriptedPhone>();

	constructor({ media, settings }: { media?: Media; settings?: Partial<Settings> } = {}) {
		this.edge = createEdge({
			accounts: builtInAccounts,
			media,
			settings,
			now: this.clock.now,
			schedule: this.clock.schedule,
			random: seeded(42),
			send: (connection, text) => this.#phones.get(connection)?.takeText(text),
			log: (event) => this.events.push(event)
		});
	}

	phone(id: string, extension = '101'): ScriptedPhone {
		const account = builtInAccounts.find((candidate) => candidate.extension === extension);
		if (!account) throw new Error(`there is no extension ${extension}`);
		const phone = new ScriptedPhone(this.edge, id, account);
		this.#phones.set(id, phone);
		return phone;
	}

	async registered(id: string, extension?: string): Promise<ScriptedPhone> {
		const phone = this.phone(id, extension);
		await this.register(phone);
		phone.take();
		return phone;
	}

	/** Both REGISTERs and all their answers. */
	async register(phone: ScriptedPhone, options = {}): Promise<void> {
		phone.register(options);
		await this.clock.advance(1000);
		phone.register(options);
		await this.clock.advance(1000);
	}

	/** Both INVITEs and the ACK; the callee's phones ring. */
	async call(phone: ScriptedPhone, number: string): Promise<void> {
		phone.call(number);
		await this.clock.advance(1000);
		phone.call(number);
		await this.clock.advance(1000);
		phone.request('ACK');
		await this.clock.advance(1000);
	}
}

/** Chance that repeats itself: mulberry32. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
