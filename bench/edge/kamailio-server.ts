import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ServerUnderLoad } from './server-under-load.ts';

const PROGRAM = '/usr/sbin/kamailio';
const CONFIG = join(import.meta.dirname, 'kamailio.cfg');
/** Of `/proc/<pid>/stat`, where Linux counts by the hundredth of a second (proc_pid_stat(5)). */
const TICKS_PER_SECOND = 100;
/** How long it may take to listen, in milliseconds. */
const START = 10_000;

/** Whether there is one that speaks WebSocket, and a way to see what it costs. */
export function hasKamailio(): boolean {
	const modules = [
		'/usr/lib/x86_64-linux-gnu',
		'/usr/lib/aarch64-linux-gnu',
		'/usr/lib64',
		'/usr/lib'
	];
	return (
		existsSync('/proc/self/stat') &&
		existsSync(PROGRAM) &&
		modules.some((folder) => existsSync(join(folder, 'kamailio/modules/websocket.so')))
	);
}

/** Kamailio, with one process for all WebSockets, as the simulator has one. */
export async function startKamailio(): Promise<ServerUnderLoad> {
	const folder = await mkdtemp(join(tmpdir(), 'sipscope-kamailio-'));
	const port = await freePort();
	const child = spawn(PROGRAM, argumentsFor(folder, port), { stdio: 'ignore' });
	const url = `ws://127.0.0.1:${port}/`;
	const stop = async () => {
		const exited = once(child, 'exit');
		if (child.exitCode === null && child.kill('SIGTERM')) await exited;
		await rm(folder, { recursive: true });
	};
	try {
		await listening(child, url);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, cpuSeconds: async () => cpuOf(child.pid ?? 0), stop };
}

function argumentsFor(folder: string, port: number): string[] {
	const state = ['-w', folder, '-Y', folder, '-P', join(folder, 'pid')];
	const memory = ['-m', '256', '-M', '8'];
	const listen = ['-A', `LISTEN=tcp:127.0.0.1:${port}`];
	return ['-f', CONFIG, '-DD', '-E', ...state, ...memory, ...listen];
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function listening(child: ChildProcess, url: string): Promise<void> {
	for (const until = Date.now() + START; Date.now() < until;) {
		if (child.exitCode !== null) throw new Error(`Kamailio ended with ${child.exitCode}.`);
		const socket = new WebSocket(url, 'sip');
		const isOpen = await new Promise((resolve) =>
			socket.once('open', () => resolve(true)).once('error', () => resolve(false))
		);
		socket.terminate();
		if (isOpen) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('Kamailio does not listen.');
}

/** Of a process and its children. */
function cpuOf(pid: number): number {
	let ticks = 0;
	for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		const [parent, user, system] = statOf(entry);
		if (Number(entry) === pid || parent === pid) ticks += user + system;
	}
	return ticks / TICKS_PER_SECOND;
}

/** Parent, user and system time; the name before them may hold blanks. */
function statOf(pid: string): [parent: number, user: number, system: number] {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		return [Number(fields[1]), Number(fields[11]), Number(fields[12])];
	} catch {
		// It has ended since the folder was read.
		return [0, 0, 0];
	}
}
