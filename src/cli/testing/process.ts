import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface Ended {
	code: number | null;
	out: string;
	error: string;
}

/** Builds the command line as the package has it. @returns how it is started. */
export async function builtInto(folder: string): Promise<[string, string]> {
	const configFile = resolve(import.meta.dirname, '../../../vite.cli.config.ts');
	await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
	return [process.execPath, join(folder, 'sipscope.js')];
}

/** Runs a program until it ends, with a text as its standard input. */
export function runProgram(
	[program, ...options]: readonly [string, ...string[]],
	input: string | Uint8Array = '',
	cwd?: string
): Promise<Ended> {
	const env = { ...process.env, TZ: 'UTC', NO_COLOR: '1' };
	const child = spawn(program, options, { env, cwd });
	const ended: Ended = { code: null, out: '', error: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.error += text));
	// Who ends without reading closes the pipe.
	child.stdin.on('error', () => undefined).end(input);
	return new Promise((settle, reject) => {
		child.on('error', reject);
		child.on('close', (code) => settle({ ...ended, code }));
	});
}
