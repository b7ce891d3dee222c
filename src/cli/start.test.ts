import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createSimulator, type HostedSimulator } from '../lib/simulator/host/node-host.ts';

vi.setConfig({ testTimeout: 30_000 });

let host: HostedSimulator | undefined;

afterEach(() => host?.close());

interface Ended {
	code: number;
	out: string;
	error: string;
}

function start(...options: string[]): Promise<Ended> {
	const program = ['--import', 'tsx', resolve(import.meta.dirname, 'start.ts')];
	return new Promise((settle) =>
		execFile(process.execPath, [...program, ...options], (failure, out, error) =>
			settle({ code: Number(failure?.code ?? 0), out, error })
		)
	);
}

test('where Sipscope runs already, its address is enough', async () => {
	host = await createSimulator();
	const { code, out } = await start('--no-open', '--port', String(host.port));
	expect(out).toBe(`Sipscope is running already: http://127.0.0.1:${host.port}/\n`);
	expect(code).toBe(0);
});

test('help says what it does, and with which options', async () => {
	const { code, out } = await start('--help');
	expect(code).toBe(0);
	for (const option of ['--port', '--no-open', '--dev', '--version']) expect(out).toContain(option);
});

test('a port that is none is refused in one sentence', async () => {
	const { code, error } = await start('--port=x');
	expect(code).toBe(1);
	expect(error).toContain('A port is a number from 1 to 65535.');
});
