import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface Measured {
	/** From its start to its end. */
	milliseconds: number;
	/** The most memory that it had at any time, in MB, by /proc; 0 where there is none. */
	peakMegabytes: number;
}

/** The kernel keeps the peak itself, as long as the process lives. */
const LOOK_EVERY = 10;

/** What a process cannot be measured without. */
export const PROC = existsSync('/proc/self/status') ? undefined : '/proc';

/** Runs a program to its end; what it prints is read and thrown away. */
export function measureProcess([program = '', ...options]: readonly string[]): Promise<Measured> {
	const startedAt = performance.now();
	const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'ignore'] });
	child.stdout.resume();
	let peak = 0;
	const timer = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), LOOK_EVERY);
	return new Promise((settle, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			clearInterval(timer);
			if (code !== 0) return reject(new Error(`${program} ended with ${code}`));
			settle({ milliseconds: performance.now() - startedAt, peakMegabytes: peak / 1024 });
		});
	});
}

/** In kilobytes. */
function peakOf(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0);
	} catch {
		// It has just ended.
		return 0;
	}
}
