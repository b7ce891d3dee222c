import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { nextFreePort } from '../../src/cli/port.ts';
import { type Served, serveBuilt } from '../../src/cli/serve.ts';
import { findChromium } from '../../tests/chromium.ts';
import { CALLS_ON_THIS_MACHINE, LOCAL_ONLY } from '../../tests/e2e/browser-flags.ts';
import { bundle } from './bundle.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_PORT = 4190;

/** The built app in a Chromium of its own, whose storage is on disk as a person's is. */
export class BenchPage {
	readonly page: Page;
	readonly #address: string;
	readonly #served: Served;
	readonly #context: BrowserContext;
	readonly #profile: string;
	readonly #filled = new Set<number>();

	private constructor(page: Page, address: string, served: Served, profile: string) {
		this.page = page;
		this.#address = address;
		this.#served = served;
		this.#context = page.context();
		this.#profile = profile;
	}

	static async open(): Promise<BenchPage> {
		const port = await nextFreePort(FIRST_PORT);
		if (port === undefined) throw new Error('There is no free port.');
		const served = await serveBuilt(ROOT, port, {});
		const profile = await mkdtemp(join(tmpdir(), 'sipscope-bench-'));
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: findChromium(),
			args: [...LOCAL_ONLY, ...CALLS_ON_THIS_MACHINE],
			viewport: { width: 1440, height: 900 }
		});
		const page = context.pages()[0] ?? (await context.newPage());
		return new BenchPage(page, `http://127.0.0.1:${port}`, served, profile);
	}

	/** Stores a trace of so many messages, unless it is there already; its id. */
	async fill(count: number): Promise<string> {
		const id = String(count);
		if (this.#filled.has(count)) return id;
		await this.page.goto(`${this.#address}/traces`);
		await this.page.evaluate(await bundle('fill.ts', 'bench'));
		await this.page.evaluate(`bench.fill('${id}', ${count})`);
		this.#filled.add(count);
		return id;
	}

	/** Opens an address of the app, in a page that knows nothing of what was there before. */
	async goto(path: string): Promise<void> {
		await this.page.goto('about:blank');
		await this.page.goto(this.#address + path);
	}

	async close(): Promise<void> {
		await this.#context.close();
		await this.#served.close();
		await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}
}
