import { afterEach, expect, test, vi } from 'vitest';
import { TabClient, type TabClientOptions } from './tab-client.ts';

interface Counted {
	seq: number;
}

type Client = TabClient<number, string, Counted>;

/** One that shares what is called `name`, with what it was told. */
async function join(name: string, more: Partial<TabClientOptions<number, string, Counted>> = {}) {
	const told = { states: [] as (number | undefined)[], news: [] as number[], done: [] as string[] };
	let shown = 0;
	const client: Client = await TabClient.join<number, string, Counted>({
		name,
		parseAction: (value) => {
			if (typeof value !== 'string') throw new Error('An action is a text.');
			return value;
		},
		limitOf: () => 5,
		describe: () => shown,
		perform: async (action) => {
			if (action === 'fail') throw new Error('It failed.');
			told.done.push(action);
			shown++;
			client.publish();
		},
		onreal: (state) => void (shown = state ?? 0),
		onstate: (state) => void told.states.push(state),
		onnews: (items) => void told.news.push(...items.map(({ seq }) => seq)),
		onchange: () => undefined,
		...more
	});
	return { client, told };
}

/** As in Chrome for Android. */
function hideSharedWorker() {
	vi.stubGlobal('SharedWorker', undefined);
	Reflect.deleteProperty(globalThis, 'SharedWorker');
}

afterEach(() => void vi.unstubAllGlobals());

test.each(['SharedWorker', 'BroadcastChannel'])('tabs share by %s', async (wire) => {
	if (wire === 'BroadcastChannel') hideSharedWorker();
	const name = `share by ${wire}`;
	const first = await join(name);
	await first.client.act('one');
	expect(first.client.role).toBe('real');
	first.client.tell([{ seq: 0 }], 0);

	const second = await join(name);
	await expect.poll(() => second.client.role).toBe('dummy');
	expect(second.client.real).toEqual(first.client.tab);
	expect(second.told.states.at(-1)).toBe(1);
	await expect.poll(() => second.told.news).toContain(0);

	await second.client.act('two');
	expect(first.told.done).toEqual(['one', 'two']);
	await expect.poll(() => second.told.states.at(-1)).toBe(2);
	first.client.tell([{ seq: 1 }], 0);
	await expect.poll(() => second.told.news.at(-1)).toBe(1);
	await expect(second.client.act('fail')).rejects.toMatchObject({
		code: 'failed',
		message: 'It failed.'
	});
	await expect.poll(() => first.client.others).toBe(1);
	expect(first.client.leave()).toBe(true);
});

test('of several that begin at once, one is real and does it all', async () => {
	const tabs = await Promise.all(Array.from({ length: 4 }, () => join('race')));
	await Promise.all(tabs.map(({ client }, index) => client.act(`${index}`)));
	const [real, ...others] = tabs.toSorted((a, b) => b.told.done.length - a.told.done.length);
	expect(real?.told.done.toSorted()).toEqual(['0', '1', '2', '3']);
	expect(others.flatMap(({ told }) => told.done)).toEqual([]);
	expect(tabs.filter(({ client }) => client.role === 'real')).toEqual([real]);
});

test('a real tab that does not answer is told of in time', async () => {
	const asleep = await join('asleep', { perform: () => new Promise(() => undefined) });
	void asleep.client.act('never');
	await expect.poll(() => asleep.client.role).toBe('real');
	const second = await join('asleep', { limitOf: () => 0.2 });
	await expect.poll(() => second.client.role).toBe('dummy');
	await expect(second.client.act('anything')).rejects.toMatchObject({ code: 'no answer' });
});

test('what another version of the page sends as an action is refused', async () => {
	const real = await join('versions');
	await real.client.act('one');
	const other = await join('versions');
	await expect.poll(() => other.client.role).toBe('dummy');
	await expect(other.client.act(42 as unknown as string)).rejects.toThrow('An action is a text.');
});
