import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../tests/chromium.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import type { Annotation } from '../../trace/annotation.ts';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { html } from './html.ts';

const installed = findChromium();
const folder = mkdtempSync(join(tmpdir(), 'sipscope-html-'));
const { entries } = scenarios['call between two phones']();
const messages = entries.filter((entry): entry is MessageEntry => entry.kind === 'message');
const NOTE = 'Why does Bob not ring?\n<b>Ask</b> them.';

afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(installed === undefined)('the page, in a Chromium without network', () => {
	let browser: Browser;
	const requests: string[] = [];
	const complaints: string[] = [];

	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
	});

	afterEach(() => {
		expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
		expect(complaints).toEqual([]);
		requests.length = 0;
	});

	afterAll(() => browser.close());

	async function open(
		trace: readonly Entry[],
		{ notes = [], ...options }: BrowserContextOptions & { notes?: readonly Annotation[] } = {}
	): Promise<Page> {
		const file = join(folder, 'trace.html');
		writeFileSync(file, await written(html, traceToWrite(trace, notes, 'A <i>call</i>')));
		const context = await browser.newContext({ offline: true, ...options });
		const page = await context.newPage();
		page.on('request', (request) => requests.push(request.url()));
		page.on('console', (message) => complaints.push(message.text()));
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.goto(pathToFileURL(file).href);
		return page;
	}

	test('holds every message, and a click on its rung shows it', async () => {
		const page = await open(entries, { notes: [{ seq: 9, bookmarked: true, note: NOTE }] });
		const texts = await page.locator('article pre').allTextContents();
		expect(texts).toEqual(messages.map(({ text }) => text?.replaceAll('\r\n', '\n')));
		expect(await page.locator('article:visible').count()).toBe(0);
		await page
			.getByRole('link', { name: /^MESSAGE\s+Cmd 7 AlreadyProcessed, Edge to Bob$/ })
			.click();
		expect(await page.locator('article:visible pre').textContent()).toMatch(/^MESSAGE [^]*Cmd="7"/);
		await page.getByRole('link', { name: 'message 9', exact: true }).click();
		expect(await page.locator('article:visible .note').textContent()).toBe(NOTE);
		expect(await page.title()).toBe('A <i>call</i>');
		await page.context().close();
	});

	test('arrow keys walk through the rungs', async () => {
		const page = await open(entries);
		const heading = page.locator('article:visible h3');
		await page.keyboard.press('ArrowDown');
		expect(await heading.textContent()).toMatch(/^INVITE/);
		await page.keyboard.press('ArrowDown');
		expect(await heading.textContent()).toBe('100 Trying');
		await page.keyboard.press('ArrowUp');
		expect(await heading.textContent()).toMatch(/^INVITE/);
		await page.context().close();
	});

	test('what is folded is shown when it is asked for', async () => {
		const page = await open(entries);
		const challenge = page.getByRole('link', { name: /^407 Proxy Authentication Required/ });
		expect(await challenge.isVisible()).toBe(false);
		await page.getByLabel('Show what is folded: 3 messages').check();
		expect(await challenge.isVisible()).toBe(true);
		await page.context().close();
	});

	test('works without scripts, by Tab and Enter', async () => {
		const page = await open(entries, { javaScriptEnabled: false });
		await page.getByRole('link', { name: /^BYE, Edge to Bob/ }).focus();
		await page.keyboard.press('Enter');
		expect(await page.locator('article:visible h3').textContent()).toMatch(/^BYE/);
		await page.context().close();
	});

	test('words of a trace are words', async () => {
		const hostile =
			'</pre></style></script><img src="https://example.com/x.png" onerror="wasRun = 1"><script>wasRun = 1</script>';
		const trace = new ScriptedTrace();
		const alice = trace.phone(hostile, '101').online();
		alice.call('102', { callId: hostile }).dial().refused(486);
		alice.receive(hostile);
		const page = await open(trace.entries, {
			notes: [{ seq: 3, bookmarked: true, note: hostile }]
		});
		expect(await page.locator('img').count()).toBe(0);
		expect(await page.locator('script').count()).toBe(1);
		expect(await page.evaluate('typeof wasRun')).toBe('undefined');
		expect((await page.locator('article pre').allTextContents()).at(-1)).toBe(hostile);
		await page.context().close();
	});

	test.each(['light', 'dark'] as const)(
		'nothing about it is hard to reach or to read: %s',
		async (colorScheme) => {
			const page = await open(entries, { colorScheme });
			await page.getByRole('link', { name: /^BYE, Edge to Bob/ }).click();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
			await page.context().close();
		}
	);

	test('of a long trace it has the beginning, and says so', async () => {
		const trace = new ScriptedTrace();
		const alice = trace.phone('Alice', '101').online();
		for (let call = 0; call < 300; call++)
			alice
				.call('102', { callId: `${call}` })
				.dial()
				.refused(486);
		const page = await open(trace.entries);
		expect(await page.getByText(/^The first [\d,]+ messages of 2,100 are here\.$/).count()).toBe(1);
		expect(await page.locator('article').count()).toBeLessThanOrEqual(2_000);
		await page.context().close();
	});
});
