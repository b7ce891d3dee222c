import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { makeCertificate } from '../lib/simulator/host/certificate.ts';
import { createSimulator } from '../lib/simulator/host/node-host.ts';
import { ask } from '../lib/simulator/testing/host-client.ts';

vi.setConfig({ testTimeout: 30_000 });

const PROGRAM = ['--import', 'tsx', resolve(import.meta.dirname, 'simulator.ts')];
const READY = /^Simulator {2}(\S+)$|"url":"([^"]+)"/m;

/** Where the certificate is kept, instead of the user's own place. */
let home: string;
let running: ChildProcess[];

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'sipscope-'));
	running = [];
});

afterEach(async () => {
	for (const child of running) child.kill('SIGKILL');
	await rm(home, { recursive: true });
});

interface Run {
	child: ChildProcess;
	out: string;
	error: string;
	/** Settles with the URL as soon as it is printed. */
	url: Promise<string>;
	/** Settles with the exit code. */
	ended: Promise<number | null>;
}

function run(command: string, args: string[]): Run {
	const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home };
	const child = spawn(command, args, { env });
	running.push(child);
	const ended = new Promise<number | null>((settle) => child.on('close', settle));
	let found: (url: string) => void;
	const url = new Promise<string>((settle) => (found = settle));
	const made: Run = { child, out: '', error: '', url, ended };
	child.stderr.on('data', (chunk) => (made.error += String(chunk)));
	child.stdout.on('data', (chunk) => {
		made.out += String(chunk);
		const [, plain, json] = READY.exec(made.out) ?? [];
		if (plain ?? json) found(plain ?? json ?? '');
	});
	return made;
}

const simulator = (...options: string[]) =>
	run(process.execPath, [...PROGRAM, '--no-media', '--port', '0', ...options]);

/** As `ask` and `dial` want a simulator, for one in another process. */
async function reached({ url }: Run, certificate?: string) {
	const { host, protocol } = new URL(await url);
	const server = `${protocol === 'wss:' ? 'https' : 'http'}://${host}`;
	return { server, certificate } as Parameters<typeof ask>[0];
}

async function connected(url: string, ca?: string): Promise<WebSocket> {
	const socket = new WebSocket(url, 'sip', { ca });
	await new Promise((settle, fail) => socket.once('open', settle).once('error', fail));
	return socket;
}

describe('npm run simulator', () => {
	test('says where it is once it listens, and ends in time, whatever is connected', async () => {
		const started = simulator('--tls');
		const url = await started.url;
		expect(url).toMatch(/^wss:\/\/127\.0\.0\.1:\d+\/sip$/);
		const file = /^Trust +(\S+)$/m.exec(started.out)?.[1] ?? '';
		const ca = await readFile(file, 'utf8');
		const health = await ask(await reached(started, ca), '/healthz');
		expect(JSON.parse(health.body)).toMatchObject({ name: 'sipscope' });
		const stubborn = await connected(url, ca);
		stubborn.pause();
		const before = performance.now();
		started.child.kill('SIGTERM');
		expect(await started.ended).toBe(0);
		expect(performance.now() - before).toBeLessThan(2000);
		stubborn.terminate();
	});

	test('keeps its certificate for the next time', async () => {
		const certificates = [];
		for (const time of [1, 2]) {
			const started = simulator('--tls');
			await started.url;
			certificates.push(await readFile(/^Trust +(\S+)$/m.exec(started.out)?.[1] ?? '', 'utf8'));
			started.child.kill('SIGINT');
			expect([time, await started.ended]).toEqual([time, 0]);
		}
		expect(certificates[0]).toBe(certificates[1]);
	});

	test('takes a certificate of the user’s own', async () => {
		const { cert, key } = await makeCertificate();
		await writeFile(join(home, 'cert.pem'), cert);
		await writeFile(join(home, 'key.pem'), key);
		const started = simulator('--cert', join(home, 'cert.pem'), '--key', join(home, 'key.pem'));
		expect((await ask(await reached(started, cert), '/healthz')).status).toBe(200);
		expect(started.out).not.toContain('Trust');
	});

	test('obeys its options', async () => {
		const file = join(home, 'accounts.json');
		await writeFile(file, JSON.stringify([{ extension: '201', password: 'x' }]));
		const origin = 'https://app.example.com';
		const started = simulator('--accounts', file, '--allow-origin', origin, '--log', 'json');
		const { body } = await ask(await reached(started), '/accounts', {
			headers: { Origin: origin }
		});
		expect((JSON.parse(body) as unknown[]).length).toBe(4);
		const socket = await connected(await started.url);
		socket.send('not SIP');
		socket.close();
		await vi.waitFor(() => expect(started.out).toContain('"closed"'), 5000);
		const events = started.out
			.trim()
			.split('\n')
			.map((line) => (JSON.parse(line) as { kind: string }).kind);
		expect(events).toEqual(['listening', 'opened', 'received', 'ignored', 'closed']);
	});

	test('starts by npm, and ends with it', async () => {
		const started = run('npm', ['run', '-s', 'simulator', '--', '--no-media', '--port', '0']);
		const { server } = await reached(started);
		started.child.kill('SIGTERM');
		await started.ended;
		await expect(fetch(`${server}/healthz`)).rejects.toThrow('fetch failed');
	});
});

describe('what cannot be is told in one sentence', () => {
	test('a port that is taken', async () => {
		const other = await createSimulator();
		const started = simulator('--port', String(other.port));
		expect(await started.ended).toBe(1);
		expect(started.error).toContain(`Port ${other.port} is taken.`);
		expect(started.out).toBe('');
		await other.close();
	});

	test.each([
		[['--host', '192.0.2.1'], '192.0.2.1 is no address of this machine.'],
		[['--allow-origin', 'example.com'], 'example.com is no origin'],
		[['--accounts', 'no-such-file.json'], 'no-such-file.json'],
		[['--superseded', 'maybe'], 'Allowed choices are accept, refuse.']
	])('%j', async (options, words) => {
		const started = simulator(...options);
		expect(await started.ended).toBe(1);
		expect(started.error).toContain(words);
	});
});
