import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { KillableBrowser } from './support/killable-browser.ts';
import { storedEntries, storedSockets } from './support/stored-trace.ts';
import { watchWire } from './support/wire-watch.ts';

let profile: string;
let browser: KillableBrowser | undefined;

test.beforeEach(async () => {
	profile = await mkdtemp(join(tmpdir(), 'sipscope-profile-'));
});

test.afterEach(async () => {
	await browser?.kill();
	browser = undefined;
	await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a browser killed in mid-call leaves what was stored, and lacks only the end', async ({
	launchOptions,
	baseURL
}) => {
	const address = baseURL ?? '';
	browser = await KillableBrowser.launch(profile, launchOptions.args ?? []);
	const page = await browser.context.newPage();
	const wire = watchWire(page);
	const desk = new Desk(page, address);
	await desk.tryWithSimulator();
	await desk.callAndAnswer();
	const stored = await storedInCall(page);
	await browser.kill();

	browser = await KillableBrowser.launch(profile, launchOptions.args ?? []);
	const reopened = await browser.context.newPage();
	await reopened.goto(`${address}/traces`);
	const entries = await storedEntries(reopened);
	expect(entries.slice(0, stored.length)).toEqual(stored);
	expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index));
	const sockets = storedSockets(entries);
	expect(sockets).toHaveLength(wire.length);
	for (const [index, { frames }] of sockets.entries())
		expect(frames).toEqual(wire[index]?.frames.slice(0, frames.length));
});

/** What is in storage once it holds statistics of the running call, so that the call's own is there. */
async function storedInCall(page: Page): Promise<Awaited<ReturnType<typeof storedEntries>>> {
	await expect
		.poll(async () => (await storedEntries(page)).some(({ event }) => event === 'stats'))
		.toBe(true);
	return storedEntries(page);
}
