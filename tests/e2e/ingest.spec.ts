import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { builtInAccounts, sipInfoOf } from '../../src/lib/simulator/accounts.ts';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import type { SocketEvent } from '../../src/lib/simulator/host/host-event.ts';
import { framesOfPhones } from '../../src/lib/simulator/testing/frames-of-phones.ts';
import { OwnAppServer } from './support/own-app-server.ts';
import { storedEntries } from './support/stored-trace.ts';

const HOST = '127.0.0.1:4180';
const INGEST = `ws://${HOST}/ingest`;

let apps: OwnAppServer;
let edge: HostedSimulator;
let wire: SocketEvent[];

test.beforeAll(async () => {
	apps = await OwnAppServer.open();
});

test.afterAll(() => apps.close());

test.beforeEach(async () => {
	wire = [];
	edge = await createSimulator({ watch: (event) => wire.push(event) });
});

test.afterEach(() => edge.close());

const sipInfos = () => builtInAccounts.slice(0, 2).map((account) => sipInfoOf(account, edge.proxy));

async function openApp(sipscope: Page): Promise<Page> {
	const app = await sipscope.context().newPage();
	await app.goto(apps.origin);
	await app.waitForFunction(() => 'ownApp' in window);
	return app;
}

async function framesStored(page: Page): Promise<string[]> {
	return (await storedEntries(page))
		.filter(({ kind }) => kind === 'message')
		.map(({ direction, text }) => `${direction} ${text}`)
		.toSorted();
}

/** By its own code. */
async function startStreaming(app: Page): Promise<void> {
	await app.evaluate(([infos, to]) => window.ownApp.start(infos, to), [
		sipInfos(),
		INGEST
	] as const);
}

/** All that has crossed the wire is stored, once, in an order without gaps. */
async function expectAllStored(page: Page): Promise<void> {
	// The edge may see a last frame meanwhile.
	await expect(async () => expect(await framesStored(page)).toEqual(framesOfPhones(wire))).toPass({
		timeout: 15_000
	});
	const entries = await storedEntries(page);
	expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index));
}

/** The app goes, and nothing of its stream is left for the next test. */
async function endStream(sipscope: Page, app?: Page): Promise<void> {
	await app?.close();
	await sipscope.goto('/stream');
	await expect(sipscope.getByText('Waiting for an app')).toBeVisible();
	const streams = sipscope.getByRole('region', { name: 'Who streams' }).getByRole('listitem');
	await expect(streams).toHaveCount(0);
}

test('an app of one’s own streams, from another origin: a live trace like any other', async ({
	page
}) => {
	await page.goto('/stream');
	await expect(page.getByText('Waiting for an app')).toBeVisible();
	await page.getByRole('link', { name: 'Traces', exact: true }).click();
	await expect(page.getByText('No traces yet')).toBeVisible();
	const app = await openApp(page);
	await startStreaming(app);
	const row = page.getByRole('row', { name: /A softphone/ });
	await expect(row.getByText('streaming')).toBeVisible();
	await row.getByRole('link', { name: 'A softphone' }).click();
	await expect(page.getByText(`from ${apps.origin}`)).toBeVisible();
	await app.evaluate(() => window.ownApp.call('102'));
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { name: /INVITE/ }).first()).toBeVisible();
	await app.evaluate(() => window.ownApp.hangUp());
	await app.evaluate(() => window.ownApp.dispose());
	await expectAllStored(page);
	await app.close();
	await expect(page.getByText('its app is gone')).toBeVisible();
	await endStream(page);
});

test('one pasted line is enough for a page that is as it is', async ({ page }) => {
	await page.goto('/stream');
	const app = await openApp(page);
	const line = await page.getByLabel('line for the console', { exact: true }).textContent();
	expect(line).toBe(`import('http://${HOST}/stream.js')`);
	await app.evaluate(line ?? '');
	await expect(page.getByText('One app streams')).toBeVisible();
	await app.evaluate((infos) => window.ownApp.start(infos), sipInfos());
	await app.evaluate(() => window.ownApp.call('102'));
	await app.evaluate(() => window.ownApp.dispose());
	await page.getByRole('link', { name: /A softphone/ }).click();
	await expect(
		page
			.getByRole('listbox', { name: 'Ladder' })
			.getByRole('option', { name: /INVITE/ })
			.first()
	).toBeVisible();
	await expectAllStored(page);
	await endStream(page, app);
});

test('an app in Node streams, and ends when it is done', async ({ page }) => {
	await page.goto('/stream');
	await expect(page.getByText('Waiting for an app')).toBeVisible();
	const script = fileURLToPath(new URL('support/node-app.ts', import.meta.url));
	const [sipInfo] = sipInfos();
	const run = promisify(execFile);
	await run(process.execPath, ['--import', 'tsx', script, JSON.stringify(sipInfo), INGEST]);
	await page.getByRole('link', { name: 'Traces', exact: true }).click();
	await expect(page.getByRole('row', { name: /A robot in Node.* Streamed/ })).toBeVisible();
	await expectAllStored(page);
	await endStream(page);
});

test('Sipscope is closed and opened again in the middle of a call', async ({ page, context }) => {
	await page.goto('/stream');
	const app = await openApp(page);
	await startStreaming(app);
	await app.evaluate(() => window.ownApp.call('102'));
	await page.getByRole('link', { name: /A softphone/ }).click();
	await page.waitForURL(/\/traces\/.+\/ladder/);
	const address = page.url();
	await page.close();
	await app.evaluate(() => window.ownApp.hangUp());
	const again = await context.newPage();
	await again.goto(address);
	await expect(again.getByText(`from ${apps.origin}`)).toBeVisible();
	const ladder = again.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { name: /BYE/ }).first()).toBeVisible();
	await app.evaluate(() => window.ownApp.dispose());
	await expectAllStored(again);
	await endStream(again, app);
});

test('of several tabs all show a stream, and one stores it', async ({ page, context }) => {
	await page.goto('/stream');
	const second = await context.newPage();
	await second.goto('/stream');
	const app = await openApp(page);
	await startStreaming(app);
	for (const tab of [page, second]) {
		await tab.getByRole('link', { name: /A softphone/ }).click();
		await expect(tab.getByText(`from ${apps.origin}`)).toBeVisible();
	}
	await page.close();
	await app.evaluate(() => window.ownApp.call('102'));
	const ladder = second.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { name: /INVITE/ }).first()).toBeVisible();
	await app.evaluate(() => window.ownApp.dispose());
	await expectAllStored(second);
	await endStream(second, app);
});

test('who is from elsewhere, or says what is no stream, is refused, and the page says so', async ({
	page
}) => {
	await page.goto('/stream');
	await expect(page.getByText('Waiting for an app')).toBeVisible();
	const stranger = new WebSocket(INGEST, { origin: 'https://app.example.com' });
	const [error] = (await once(stranger, 'error')) as [Error];
	expect(error.message).toContain('403');
	await expect(page.getByText('npm start -- --allow-origin https://app.example.com')).toBeVisible();

	const babbler = new WebSocket(INGEST, { origin: apps.origin });
	await once(babbler, 'open');
	babbler.send('INVITE sip:102@example.com SIP/2.0\r\n\r\n');
	const [code, reason] = (await once(babbler, 'close')) as [number, Buffer];
	expect([code, String(reason)]).toEqual([
		4400,
		'the first message is no header of a Sipscope trace'
	]);
	await expect(page.getByText(`${apps.origin} sent what is no stream`)).toBeVisible();

	const app = await openApp(page);
	await startStreaming(app);
	await expect(page.getByText('One app streams')).toBeVisible();
	await endStream(page, app);
});
