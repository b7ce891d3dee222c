import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `SIPp v3.6.1`; `undefined` where it is not installed. */
export function sippVersion(): string | undefined {
	const { stdout, error } = spawnSync('sipp', ['-v'], { encoding: 'utf8' });
	return error ? undefined : /SIPp v[\w.]+/.exec(stdout)?.[0];
}

export interface PlayOptions {
	/** Where it listens. */
	readonly port: number;
	/** Whom a caller calls; nobody, of who is called. */
	readonly peer?: number;
	readonly username?: string;
	readonly password?: string;
}

/** Lets SIPp play one call, and tells what went wrong; `''` where all went as the scenario has it. */
export async function playScenario(scenario: string, options: PlayOptions): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'sipscope-sipp-'));
	try {
		writeFileSync(join(folder, 'scenario.xml'), scenario);
		const { code, output } = await run(folder, options);
		if (code === 0) return '';
		const logs = readdirSync(folder).filter((name) => name.endsWith('errors.log'));
		const errors = logs.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
		return `SIPp ended with ${code}.\n${errors || output}`;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function run(folder: string, { port, peer, username, password }: PlayOptions) {
	const options = [
		...['-sf', 'scenario.xml', '-i', '127.0.0.1', '-mi', '127.0.0.1', '-p', String(port)],
		...['-m', '1', '-timeout', '45', '-timeout_error', '-trace_err', '-nostdin'],
		...(username === undefined ? [] : ['-au', username]),
		...(password === undefined ? [] : ['-ap', password]),
		...(peer === undefined ? [] : [`127.0.0.1:${peer}`])
	];
	const sipp = spawn('sipp', options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	sipp.stdout.on('data', (chunk) => (output += String(chunk)));
	sipp.stderr.on('data', (chunk) => (output += String(chunk)));
	return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
		sipp.on('error', reject);
		sipp.on('close', (code) => resolve({ code, output }));
	});
}

/** A port that nobody listens at, by UDP. */
export async function freePort(): Promise<number> {
	const socket = createSocket('udp4');
	await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
	const { port } = socket.address() as AddressInfo;
	await new Promise<void>((resolve) => socket.close(resolve));
	return port;
}
