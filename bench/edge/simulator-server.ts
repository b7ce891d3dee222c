import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, ProcessOptions, Question } from './simulator-process.ts';
import type { ServerUnderLoad } from './server-under-load.ts';

export interface SimulatorServer extends ServerUnderLoad {
	/** Megabytes in use on its heap, after a collection. */
	heap(): Promise<number>;
	/** Bindings, legs, connections and whatever else it keeps, together. */
	held(): Promise<number>;
	/** Bugs of ours that it noticed. */
	faults(): Promise<number>;
}

/** The simulator, signalling alone, in a process of its own. */
export async function startSimulator(options: ProcessOptions): Promise<SimulatorServer> {
	const child = fork(new URL('simulator-process.ts', import.meta.url), [JSON.stringify(options)], {
		execArgv: ['--import', 'tsx', '--expose-gc']
	});
	const answered = async () => ((await once(child, 'message')) as [Answer])[0];
	const ask = async (question: Question) => {
		child.send(question);
		const answer = await answered();
		return 'answer' in answer ? answer.answer : Number.NaN;
	};
	const first = await answered();
	return {
		url: 'listening' in first ? first.listening : '',
		cpuSeconds: () => ask('cpu'),
		heap: () => ask('heap'),
		held: () => ask('held'),
		faults: () => ask('faults'),
		stop: async () => {
			const exited = once(child, 'exit');
			child.disconnect();
			await exited;
		}
	};
}
