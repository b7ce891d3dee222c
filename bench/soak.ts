import { parseArgs } from 'node:util';
import type { Settings } from '../src/lib/simulator/core/settings.ts';
import { seededRandom } from '../src/lib/simulator/seeded-random.ts';
import { loadAccounts } from './edge/server-under-load.ts';
import { startSimulator, type SimulatorServer } from './edge/simulator-server.ts';
import { Desk } from './soak/desk.ts';
import { exercises } from './soak/exercises.ts';
import { makeMischief } from './soak/mischief.ts';

/**
 * `npm run soak [-- --minutes 10 --desks 6 --seed N]`: pairs of phones of the stock SDK call each other
 * in every way, lose their sockets and come back, while somebody else makes mischief; the edge's timers
 * are short, so that ten minutes are like some hours. Ends with 1 where anything went wrong.
 */
const HURRIED: Partial<Settings> = {
	expiresSeconds: 8,
	pace: { from: 0, to: 10 },
	ringAfter: { from: 20, to: 50 },
	ringFor: 2000,
	orphanFor: 5000,
	answerWithin: 3000
};
/** No exercise takes longer, in milliseconds. */
const LONGEST_EXERCISE = 30_000;
const REPORT_EVERY = 30_000;
/** By how much more the heap may hold at the end than after the first report. */
const MOST_GROWTH = 1.2;

const done = new Map<string, number>();
const failures: string[] = [];

process.on('unhandledRejection', (reason) => failures.push(`unhandled: ${String(reason)}`));

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			minutes: { type: 'string', default: '10' },
			desks: { type: 'string', default: '6' },
			seed: { type: 'string', default: String(Date.now() % 1e6) }
		}
	});
	const [minutes, desks, seed] = [values.minutes, values.desks, values.seed].map(Number);
	console.log(`${minutes} minutes, ${desks} desks, seed ${seed}`);
	await soak((minutes ?? 10) * 60_000, desks ?? 6, seededRandom(seed ?? 0));
	console.log([...done].map(([name, times]) => `${name}: ${times}`).join(', '));
	for (const failure of failures) console.error(failure);
	console.log(failures.length === 0 ? 'Nothing went wrong.' : `${failures.length} went wrong.`);
	process.exit(failures.length === 0 ? 0 : 1);
}

async function soak(duration: number, count: number, random: () => number): Promise<void> {
	const server = await startSimulator({ accounts: 2 * count, settings: HURRIED });
	const proxy = server.url.replace(/^ws:\/\//, '');
	const accounts = loadAccounts(2 * count);
	const desks: Desk[] = [];
	while (accounts.length > 1) {
		const [caller, callee] = accounts.splice(0, 2);
		if (caller && callee) desks.push(await Desk.open(proxy, [caller, callee]));
	}
	const until = Date.now() + duration;
	const heaps = watch(server, until);
	await Promise.all([
		...desks.map((desk) => exercise(desk, until, random)),
		disturb(server.url, until)
	]);
	await Promise.all(desks.map(close));
	await judge(server, await heaps);
	await server.stop();
}

/** One exercise after another, drawn by chance. */
async function exercise(desk: Desk, until: number, random: () => number): Promise<void> {
	const all = Object.entries(exercises);
	while (Date.now() < until) {
		const [name, run] = all[Math.floor(random() * all.length)] ?? [];
		if (!name || !run) return;
		try {
			await within(LONGEST_EXERCISE, run(desk));
			await desk.quiet();
			done.set(name, (done.get(name) ?? 0) + 1);
		} catch (error) {
			failures.push(`${name} (${desk.number}): ${String(error)}`);
			// What it left behind would make the next ones fail too.
			return;
		}
	}
}

async function close(desk: Desk): Promise<void> {
	try {
		await within(LONGEST_EXERCISE, desk.close());
	} catch (error) {
		failures.push(`the end of ${desk.number}: ${String(error)}`);
	}
}

async function disturb(url: string, until: number): Promise<void> {
	while (Date.now() < until) await makeMischief(url);
}

/** Tells how it goes. @returns the heap in megabytes at each report */
async function watch(server: SimulatorServer, until: number): Promise<number[]> {
	const heaps: number[] = [];
	while (Date.now() < until) {
		await new Promise((resolve) => setTimeout(resolve, Math.min(REPORT_EVERY, until - Date.now())));
		const [heap, held] = [await server.heap(), await server.held()];
		heaps.push(heap);
		const times = [...done.values()].reduce((sum, value) => sum + value, 0);
		const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
		console.log(
			`${left} s to go: ${times} exercises, ${failures.length} failures; the edge holds ${held} things, ${heap.toFixed(1)} MB`
		);
	}
	return heaps;
}

/** After everybody has left: nothing is held, the heap is where it was, and no bug was noticed. */
async function judge(server: SimulatorServer, [first = Infinity]: number[]): Promise<void> {
	const patience = Date.now() + 15_000;
	while ((await server.held()) > 0 && Date.now() < patience) {
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	const [held, heap, faults] = [await server.held(), await server.heap(), await server.faults()];
	console.log(`All have left: the edge holds ${held} things, ${heap.toFixed(1)} MB`);
	if (held > 0) failures.push(`the edge still holds ${held} things`);
	if (heap > first * MOST_GROWTH) failures.push(`the heap grew from ${first} to ${heap} MB`);
	if (faults > 0) failures.push(`the edge noticed ${faults} bugs of its own`);
}

async function within<T>(milliseconds: number, task: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error('it took too long')), milliseconds);
	});
	return Promise.race([task, limit]).finally(() => clearTimeout(timer));
}

await main();
