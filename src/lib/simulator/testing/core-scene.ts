import { builtInAccounts } from '../accounts.ts';
import { createEdge, type Edge } from '../core/edge.ts';
import type { EdgeEvent } from '../core/environment.ts';
import type { Media } from '../core/media.ts';
import type { Settings } from '../core/settings.ts';
import { seededRandom } from '../seeded-random.ts';
import { ScriptedPhone } from './scripted-phone.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface CoreSceneOptions {
	media?: Media;
	settings?: Partial<Settings>;
	seed?: number;
}

/** The core alone, with a clock and a chance of the test's own. */
export class CoreScene {
	readonly clock = new VirtualClock();
	readonly events: EdgeEvent[] = [];
	/** Every frame that left, with when and to whom. */
	readonly sent: string[] = [];
	readonly edge: Edge;
	#phones = new Map<string, ScriptedPhone>();

	constructor({ media, settings, seed = 42 }: CoreSceneOptions = {}) {
		this.edge = createEdge({
			accounts: builtInAccounts,
			media,
			settings,
			now: this.clock.now,
			schedule: this.clock.schedule,
			random: seededRandom(seed),
			send: (connection, text) => {
				this.sent.push(`${this.clock.now()} ${connection} ${text}`);
				this.#phones.get(connection)?.takeText(text);
			},
			disconnect: (connection) => this.edge.closed(connection),
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
