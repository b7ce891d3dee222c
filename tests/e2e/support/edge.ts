import { expect, type APIRequestContext } from '@playwright/test';
import type { BindingView, EdgeView } from '../../../src/lib/simulator/host/control/edge-view.ts';

/** The simulator's edge, asked and broken over HTTP, beside whatever the page shows of it. */
export class EdgeControl {
	readonly #request: APIRequestContext;

	constructor(request: APIRequestContext) {
		this.#request = request;
	}

	async view(): Promise<EdgeView> {
		return (await this.#request.get('/edge')).json() as Promise<EdgeView>;
	}

	/** It forgets all and closes all sockets; calls of pages that other tests have closed are still there. */
	async restart(): Promise<void> {
		expect((await this.#request.post('/edge/restart')).status()).toBe(204);
	}

	/** Ids of the open sockets. */
	async connections(): Promise<string[]> {
		return (await this.view()).connections.map(({ id }) => id);
	}

	/** Closes every socket with a code; 1006 cuts it. */
	async cutAll(code: number): Promise<void> {
		for (const id of await this.connections())
			await this.#request.delete(`/edge/connections/${encodeURIComponent(id)}?code=${code}`);
	}

	async bindingsOf(extension: string): Promise<BindingView[]> {
		const { extensions } = await this.view();
		return extensions.find((one) => one.extension === extension)?.bindings ?? [];
	}

	/** Of each binding: `reachable`, `unreachable`, `superseded`. */
	async statesOf(extension: string): Promise<string[]> {
		return (await this.bindingsOf(extension)).map(({ state }) => state);
	}

	/** @returns ends it */
	async play(name: string): Promise<() => Promise<void>> {
		const played = await this.#request.post('/edge/scenarios', { data: { name } });
		const { id } = (await played.json()) as { id: string };
		return async () => {
			await this.#request.delete(`/edge/scenarios/${encodeURIComponent(id)}`);
		};
	}
}
