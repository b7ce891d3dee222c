import type { Settings } from '../../src/lib/simulator/core/settings.ts';
import { createSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { loadAccounts } from './server-under-load.ts';

/** What the process that measures can ask, and what it is answered. */
export type Question = 'cpu' | 'heap' | 'held' | 'faults';
export type Answer = { listening: string } | { answer: number };

export interface ProcessOptions {
	accounts: number;
	settings?: Partial<Settings>;
}

const { accounts, settings } = JSON.parse(process.argv[2] ?? '') as ProcessOptions;
let faults = 0;

const simulator = await createSimulator({
	accounts: loadAccounts(accounts),
	settings,
	log: (event) => {
		if (event.kind !== 'fault') return;
		faults++;
		console.error(event.error);
	}
});

const answers: Record<Question, () => number> = {
	cpu: () => {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1e6;
	},
	heap: () => {
		global.gc?.();
		return process.memoryUsage().heapUsed / 1e6;
	},
	held: () => Object.values(simulator.edge.held).reduce((sum, count) => sum + count, 0),
	faults: () => faults
};

process.on('message', (question: Question) => tell({ answer: answers[question]() }));
process.on('disconnect', () => process.exit());
tell({ listening: simulator.url });

function tell(answer: Answer): void {
	process.send?.(answer);
}
