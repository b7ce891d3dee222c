import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { CommandId } from './command-table.ts';

/** What does a command; with `isEnabled`, only while that is so. */
export type Handler = (() => void) | { run: () => void; isEnabled: () => boolean };

export type Handlers = Partial<Record<CommandId, Handler>>;

/** Who can do what at present. Of several, who came last does it. */
class Commands {
	readonly #handlers = new SvelteMap<CommandId, readonly Handler[]>();

	/** Returns what takes the handlers away again. */
	add(handlers: Handlers): () => void {
		const entries = Object.entries(handlers) as [CommandId, Handler][];
		for (const [id, handler] of entries)
			this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler]);
		return () => {
			for (const [id, handler] of entries) {
				const others = this.#handlers.get(id) ?? [];
				this.#handlers.set(
					id,
					others.filter((one) => one !== handler)
				);
			}
		};
	}

	isAvailable(id: CommandId): boolean {
		return this.#find(id) !== undefined;
	}

	/** Whether somebody could do it. */
	run(id: CommandId): boolean {
		const run = this.#find(id);
		run?.();
		return run !== undefined;
	}

	#find(id: CommandId): (() => void) | undefined {
		const handlers = this.#handlers.get(id) ?? [];
		const handler = handlers.findLast((one) => typeof one === 'function' || one.isEnabled());
		return typeof handler === 'object' ? handler.run : handler;
	}
}

export const commands = new Commands();

/** Says, while the component is there, that it can do these. To be called as it is made. */
export function provideCommands(handlers: Handlers): void {
	$effect(() => untrack(() => commands.add(handlers)));
}
