import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { USUAL_ADDRESS } from '../stream/protocol.ts';

/** What Sipscope serves to other apps, by its path: a file that needs nothing but the SDK, if that. */
const SCRIPTS: Readonly<Record<string, { entry: string; format: 'es' | 'iife' }>> = {
	/** For a page that cannot be changed. Not a module, so that its text can be pasted as well. */
	'/stream.js': { entry: 'page-script-main.ts', format: 'iife' },
	/** To be copied into an app. */
	'/streaming-sip-client.js': { entry: 'streaming-sip-client.ts', format: 'es' }
};

const FOLDER = join(import.meta.dirname, '../stream');

const built = new Map<string, Promise<string>>();

export function isScript(path: string): boolean {
	return path in SCRIPTS;
}

/**
 * The text of a script, which streams to the host that served it.
 * @param host as the request named it: `127.0.0.1:4173`
 */
export async function scriptFor(path: string, host: string): Promise<string> {
	const text = built.get(path) ?? bundle(path);
	built.set(path, text);
	return (await text).replaceAll(USUAL_ADDRESS, `ws://${host}/ingest`);
}

async function bundle(path: string): Promise<string> {
	const { entry = '', format = 'es' } = SCRIPTS[path] ?? {};
	const result = await build({
		configFile: false,
		root: FOLDER,
		logLevel: 'silent',
		publicDir: false,
		build: {
			write: false,
			// What is copied into an app should be readable there.
			minify: format === 'iife',
			target: 'es2022',
			lib: { entry: join(FOLDER, entry), formats: [format], name: 'sipscope', fileName: 'script' },
			rolldownOptions: { external: [/^ringcentral-web-phone/] }
		}
	});
	const [output] = [result].flat() as Rolldown.RolldownOutput[];
	return output?.output[0].code ?? '';
}
