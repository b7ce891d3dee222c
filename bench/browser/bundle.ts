import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module of this folder as one script that leaves what it exports in the global `name`. */
export async function bundle(file: string, name: string): Promise<string> {
	const entry = fileURLToPath(new URL(file, import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } }
	});
	const [result] = Array.isArray(built) ? built : [built];
	if (!result || !('output' in result)) throw new Error(`${file} could not be bundled.`);
	// The global is made by `var`, which would stay within the function that evaluates the script.
	return `${result.output[0].code}\nglobalThis.${name} = ${name};`;
}
