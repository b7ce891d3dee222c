import type { Benchmark } from './benchmark.ts';
import { hasKamailio, startKamailio } from './edge/kamailio-server.ts';
import { Load, type LoadPlan } from './edge/load.ts';
import type { ServerUnderLoad } from './edge/server-under-load.ts';
import { startSimulator } from './edge/simulator-server.ts';

/** Refreshes as the SDK makes them, three seconds before the end of a minute. */
const PLAN: LoadPlan = {
	phones: 1000,
	refreshSeconds: 57,
	callsPerSecond: 50,
	talk: 1000,
	seconds: 5
};

const unit = '% of a core';
const asShare = (value: number, baselineValue: number): number => value / baselineValue;

/** What the load costs a server, from its first request to the end of its last call. */
async function costOf(server: ServerUnderLoad): Promise<number> {
	try {
		const load = await Load.register(server.url, PLAN.phones);
		const before = await server.cpuSeconds();
		await load.run(PLAN);
		const used = (await server.cpuSeconds()) - before;
		await load.leave();
		return (used / PLAN.seconds) * 100;
	} finally {
		await server.stop();
	}
}

const simulatorCost = async () => costOf(await startSimulator({ accounts: PLAN.phones }));

interface Heap {
	before: number;
	after: number;
}

/** One load to warm up, which fills what is made once; then the heap before and after another. */
async function heapAround(): Promise<Heap> {
	const server = await startSimulator({ accounts: PLAN.phones });
	const comeAndGo = async () => {
		const load = await Load.register(server.url, PLAN.phones);
		await load.run(PLAN);
		await load.leave();
		while ((await server.held()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
	};
	try {
		await comeAndGo();
		const before = await server.heap();
		await comeAndGo();
		return { before, after: await server.heap() };
	} finally {
		await server.stop();
	}
}

let heap: Heap = { before: Number.NaN, after: Number.NaN };

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'simulator/load',
		unit,
		measure: simulatorCost,
		baseline: { name: 'one core', measure: () => 100 },
		ratio: asShare,
		target: '<= 1'
	},
	{
		name: 'simulator/memory',
		unit: 'MB',
		measure: () => heap.after,
		baseline: {
			name: 'before 1,000 phones came and left',
			measure: async () => (heap = await heapAround()).before
		},
		ratio: asShare,
		target: '<= 1.05'
	},
	{
		name: 'simulator/load-kamailio',
		unit,
		measure: simulatorCost,
		baseline: { name: 'Kamailio', measure: async () => costOf(await startKamailio()) },
		ratio: asShare,
		target: null,
		lacks: hasKamailio() ? undefined : 'Kamailio with its module websocket'
	}
];
