import { holdIfFree, lockOfTab, whenFree } from './locks.ts';
import { Memory } from './memory.ts';
import { parseTabMessage } from './tab-messages.ts';

/** One end of a tab's connection to the worker. */
export type Port = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** What the worker itself says to a tab; all else that comes from it is another tab's. */
export interface HubMessage {
	/** Free once the worker is gone. */
	hub: string;
}

export function isHubMessage(value: unknown): value is HubMessage {
	return typeof value === 'object' && value !== null && 'hub' in value;
}

/**
 * What is in the SharedWorker: it passes on what one tab says to all the others, and tells late-comers
 * what was said last. Who is real it does not decide.
 */
export class Hub {
	readonly #lock = `hub ${crypto.randomUUID()}`;
	readonly #ready = holdIfFree(this.#lock);
	readonly #memory = new Memory();
	/** Each with the tab at its other end, once that has said hello. */
	readonly #ports = new Map<Port, string | undefined>();

	connect(port: Port): void {
		this.#ports.set(port, undefined);
		port.onmessage = ({ data }) => void this.#take(port, data);
	}

	async #take(port: Port, data: unknown): Promise<void> {
		const message = parseTabMessage(data);
		if (!message || !this.#memory.note(message)) return;
		for (const other of this.#ports.keys()) if (other !== port) other.postMessage(message);
		if (message.type !== 'hello') return;
		this.#forgetOnceGone(port, message.from.id);
		await this.#ready;
		// All that others had said before this hello has been passed on by now.
		for (const known of this.#memory.recall()) port.postMessage(known);
		port.postMessage({ hub: this.#lock } satisfies HubMessage);
	}

	#forgetOnceGone(port: Port, tab: string): void {
		if (this.#ports.get(port) === tab) return;
		this.#ports.set(port, tab);
		whenFree(lockOfTab(tab), () => this.#ports.delete(port));
	}
}
