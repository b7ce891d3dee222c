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
/** Milliseconds within which a million messages are stored, or read, on a slow machine. */
const PATIENCE = 600_000;

let opened: Promise<BenchApp> | undefined;

/** The app, built and opened when first asked for. */
export function benchApp(): Promise<BenchApp> {
	return (opened ??= BenchApp.open());
}

export async function closeBenchApp(): Promise<void> {
	await (await opened)?.close();
}

/** The built app in a Chromium of its own, whose storage is on disk as a person's is. */
export class BenchApp {
	readonly #context: BrowserContext;
	readonly #served: Served;
	readonly #profile: string;
	readonly #filled = new Set<number>();
	/** Pages that have read their trace to its end, by its length. */
	readonly #read = new Map<number, Page>();

	private constructor(context: BrowserContext, served: Served, profile: string) {
		this.#context = context;
		this.#served = served;
		this.#profile = profile;
	}

	static async open(): Promise<BenchApp> {
		const port = await nextFreePort(FIRST_PORT);
		if (port === undefined) throw new Error('There is no free port.');
		const served = await serveBuilt(ROOT, port, {});
		const profile = await mkdtemp(join(tmpdir(), 'sipscope-bench-'));
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: findChromium(),
			args: [...LOCAL_ONLY, ...CALLS_ON_THIS_MACHINE],
			baseURL: `http://127.0.0.1:${port}`,
			viewport: { width: 1440, height: 900 }
		});
		context.setDefaultTimeout(PATIENCE);
		return new BenchApp(context, served, profile);
	}

	newPage(): Promise<Page> {
		return this.#context.newPage();
	}

	/** Stores a trace of so many messages, unless it is there already; its path. */
	async trace(count: number): Promise<string> {
		if (!this.#filled.has(count)) {
			const page = await this.newPage();
			await page.goto('/traces');
			await page.evaluate(await bundle('in-page.ts', 'bench'));
			await page.evaluate(`bench.fill('${count}', ${count})`);
			await page.close();
			this.#filled.add(count);
		}
		return `/traces/${count}/ladder`;
	}

	/** A page whose ladder has so many messages, all of them read. */
	async ladderOf(count: number): Promise<Page> {
		const known = this.#read.get(count);
		if (known) {
			await known.bringToFront();
			return known;
		}
		const path = await this.trace(count);
		const page = await this.newPage();
		await page.goto(path);
		await page.getByRole('listbox', { name: 'Ladder' }).getByRole('option').first().waitFor();
		await page.getByText('reading…').waitFor({ state: 'detached' });
		this.#read.set(count, page);
		return page;
	}

	async close(): Promise<void> {
		await this.#context.close();
		await this.#served.close();
		await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}
}
