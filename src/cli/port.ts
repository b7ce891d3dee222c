import { createServer } from 'node:net';
import { identity } from '../lib/simulator/host/version.ts';

export const HOST = '127.0.0.1';
const LAST_PORT = 65_535;

export type Holder = 'nobody' | 'sipscope' | 'another program';

/** undefined where the text names no port that can be listened on. */
export function parsePort(text: string): number | undefined {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	return port >= 1 && port <= LAST_PORT ? port : undefined;
}

/** Who answers at a port of this machine. */
export async function holderOf(port: number): Promise<Holder> {
	if (await isFree(port)) return 'nobody';
	return (await isSipscope(port)) ? 'sipscope' : 'another program';
}

/** The first free port from `port` upwards; undefined where there is none. */
export async function nextFreePort(port: number): Promise<number | undefined> {
	for (let candidate = port; candidate <= LAST_PORT; candidate++) {
		if (await isFree(candidate)) return candidate;
	}
	return undefined;
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, HOST, () => probe.close(() => resolve(true)));
	});
}

async function isSipscope(port: number): Promise<boolean> {
	try {
		const response = await fetch(`http://${HOST}:${port}/healthz`, {
			signal: AbortSignal.timeout(1500)
		});
		const answer: unknown = await response.json();
		return (
			typeof answer === 'object' &&
			answer !== null &&
			'name' in answer &&
			answer.name === identity.name
		);
	} catch {
		// No answer, or none that is ours: either way it is not a Sipscope that can be opened.
		return false;
	}
}
