import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { findChromium } from '../../chromium.ts';

/** A Chromium on a profile that outlives it, so that it can be killed and its profile reopened. */
export class KillableBrowser {
	readonly context: BrowserContext;
	readonly #browser: Browser;
	readonly #process: ChildProcess;

	private constructor(browser: Browser, context: BrowserContext, process: ChildProcess) {
		this.#browser = browser;
		this.context = context;
		this.#process = process;
	}

	static async launch(profile: string, flags: readonly string[]): Promise<KillableBrowser> {
		const executable = findChromium();
		if (!executable) throw new Error('There is no Chromium.');
		const child = spawn(
			executable,
			[
				...flags,
				'--headless',
				'--no-first-run',
				`--user-data-dir=${profile}`,
				'--remote-debugging-port=0',
				'about:blank'
			],
			{ stdio: ['ignore', 'ignore', 'pipe'] }
		);
		const browser = await chromium.connectOverCDP(await endpointOf(child));
		const [context] = browser.contexts();
		if (!context) throw new Error('Chromium opened no context.');
		return new KillableBrowser(browser, context, child);
	}

	/** SIGKILL: neither the browser nor any page hears of it. */
	async kill(): Promise<void> {
		const exited = once(this.#process, 'exit');
		this.#process.kill('SIGKILL');
		await exited;
		await this.#browser.close();
	}
}

/** Where Chromium says that it can be driven: `ws://127.0.0.1:…`. */
function endpointOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (data: Buffer) => {
			said += data.toString();
			const found = /DevTools listening on (ws:\S+)/.exec(said);
			if (found?.[1]) resolve(found[1]);
		});
		child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
	});
}
