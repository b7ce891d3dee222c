import { spawn } from 'node:child_process';

/**
 * Runs a command, its output going where ours goes, and resolves with its exit code; 1 where it could
 * not be run or a signal ended it.
 */
export function runCommand(command: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
	return new Promise((resolve) => {
		// npm and npx are scripts on Windows, and scripts need a shell.
		const child = spawn(command, {
			shell: true,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}
