import { build, createServer, preview } from 'vite';
import { HOST } from './port.ts';

export interface Served {
	close(): Promise<void>;
}

/** Builds the app and serves what was built. */
export async function serveBuilt(root: string, port: number): Promise<Served> {
	await silently(() => build({ root, logLevel: 'silent' }));
	return preview({ root, logLevel: 'error', preview: { host: HOST, port, strictPort: true } });
}

/** Serves the sources; a saved file shows at once. */
export async function serveSources(root: string, port: number): Promise<Served> {
	const server = await createServer({
		root,
		logLevel: 'warn',
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
