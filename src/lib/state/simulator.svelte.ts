import type {
	BindingView,
	EdgeView,
	ExtensionView,
	LegView
} from '../simulator/host/control/edge-view.ts';
import type { PlayView, ScenarioSummary } from '../simulator/host/control/plays.ts';
import type { RegistrarView } from '../analysis/registrations/registrar-view.ts';
import { type Instant, MILLISECOND } from '../trace/instant.ts';
import { now } from './now.svelte.ts';

export type { BindingView, EdgeView, ExtensionView, LegView, PlayView, ScenarioSummary };

/** How often it is looked at while somebody watches, in milliseconds. */
const EVERY = 1000;

/** The simulator of this page's address: what its edge holds, and what is done to it. */
class Simulator {
	view = $state.raw<EdgeView>();
	scenarios = $state.raw<readonly ScenarioSummary[]>([]);
	/** What was thrown when it was looked at last; absent while all is well. */
	thrown = $state.raw<unknown>();
	/** Why what was asked for was not done, in the simulator's words. */
	trouble = $state<string>();
	/** When it was looked at last, on this page's clock. */
	#lookedAt: Instant = 0;
	/** How far its clock is ahead of this page's, in milliseconds. */
	#ahead = 0;

	/** Looks again and again, until what it returns is called. */
	watch(): () => void {
		void this.#ask<ScenarioSummary[]>('GET', 'scenarios').then(
			(all = []) => (this.scenarios = all)
		);
		void this.look();
		const timer = setInterval(() => document.hidden || void this.look(), EVERY);
		return () => clearInterval(timer);
	}

	async look(): Promise<void> {
		const view = await this.#ask<EdgeView>('GET', '');
		if (!view) return;
		this.#lookedAt = now.instant;
		this.#ahead = view.now - this.#lookedAt / MILLISECOND;
		this.view = view;
	}

	/** Seconds from now until a time of the edge's clock; below 0 where it has passed. */
	secondsUntil(time: number): number {
		return (time - (now.instant / 1000 + this.#ahead)) / 1000;
	}

	/** What its registrar holds for an extension, as of when it was looked at last. */
	registrarView(extension: string): RegistrarView | undefined {
		const known = this.view?.extensions.find((one) => one.extension === extension);
		if (known === undefined || this.thrown !== undefined) return undefined;
		const bindings = known.bindings.map((binding) => ({
			instance: binding.instance,
			contact: binding.contact,
			callId: binding.callId,
			expiresAt: Math.round((binding.expiresAt - this.#ahead) * MILLISECOND),
			reachable: binding.state !== 'unreachable',
			superseded: binding.state === 'superseded'
		}));
		return { asOf: this.#lookedAt, complete: true, bindings };
	}

	call(to: string, from: string): Promise<void> {
		return this.#do('POST', 'calls', { to, from });
	}

	drop({ id }: BindingView): Promise<void> {
		return this.#do('DELETE', `bindings/${encodeURIComponent(id)}`);
	}

	/** @param code of WebSocket; 1006 cuts it without a word */
	disconnect(connection: string, code: number): Promise<void> {
		return this.#do('DELETE', `connections/${encodeURIComponent(connection)}?code=${code}`);
	}

	restart(): Promise<void> {
		return this.#do('POST', 'restart');
	}

	/** @param extension about whose messages alone; all of them unless told */
	play(name: string, extension?: string): Promise<void> {
		return this.#do('POST', 'scenarios', { name, extension });
	}

	end({ id }: PlayView): Promise<void> {
		return this.#do('DELETE', `scenarios/${id}`);
	}

	async #do(method: string, path: string, body?: object): Promise<void> {
		this.trouble = undefined;
		await this.#ask(method, path, body);
		await this.look();
	}

	/** undefined where there is no such answer: `thrown` or `trouble` tells. */
	async #ask<T>(method: string, path: string, body?: object): Promise<T | undefined> {
		try {
			const answer = await fetch(path === '' ? '/edge' : `/edge/${path}`, {
				method,
				body: body && JSON.stringify(body)
			});
			const value: unknown = answer.status === 204 ? undefined : await answer.json();
			this.thrown = undefined;
			if (answer.ok) return value as T;
			this.trouble = (value as { error: string }).error;
		} catch (thrown) {
			this.thrown = thrown;
		}
		return undefined;
	}
}

export const simulator = new Simulator();
