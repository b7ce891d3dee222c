import { build, createServer, preview } from 'vite';
import { ingest } from '../lib/ingest/vite-plugin.ts';
import type { SimulatorOptions } from '../lib/simulator/host/simulator.ts';
import { simulator } from '../lib/simulator/host/vite-plugin.ts';
import { HOST } from './port.ts';

export interface Served {
	close(): Promise<void>;
}

/** Builds the app and serves what was built, with the simulator. */
export async function serveBuilt(
	root: string,
	port: number,
	options: SimulatorOptions
): Promise<Served> {
	await silently(() => build({ root, logLevel: 'silent' }));
	return preview({
		root,
		logLevel: 'error',
		plugins: [simulator(options), ingest(options)],
		preview: { host: HOST, port, strictPort: true }
	});
}

/** Serves the sources, with the simulator; a saved file shows at once. */
export async function serveSources(
	root: string,
	port: number,
	options: SimulatorOptions
): Promise<Served> {
	const server = await createServer({
		root,
		logLevel: 'warn',
		plugins: [simulator(options), ingest(options)],
		server: { host: HOST, port, strictPort: true }
	});
	return server.listen();
}

/** Kit and its adapter print to the console whatever Vite's log level is. */
async function silently(task: () => Promise<unknown>): Promise<void> {
	const { log } = console;
	console.log = () => undefined;
	try {
		await task();
	} finally {
		console.log = log;
	}
}
