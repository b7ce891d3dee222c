import { expect, test, type Page } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { EdgeControl } from './support/edge.ts';
import { expectAudioBothWays, watchPeerConnections } from './support/peer-connections.ts';
import { storedEntries } from './support/stored-trace.ts';

/** A wait, an attempt, and the SDK's guard before it. */
const PATIENT = { timeout: 40_000 };

interface Step {
	step: string;
	phone: string;
	held?: boolean;
}

/** What the page has stored of recovery, in order. */
async function stepsOf(page: Page, name?: string): Promise<Step[]> {
	const steps = (await storedEntries(page)).filter(({ event }) => event === 'recovery');
	return (steps as unknown as Step[]).filter(({ step }) => name === undefined || step === name);
}

let edge: EdgeControl;
let desk: Desk;

test.beforeEach(async ({ page, request }) => {
	edge = new EdgeControl(request);
	await edge.restart();
	await watchPeerConnections(page);
	desk = new Desk(page);
	await desk.tryWithSimulator();
});

test.afterEach(async () => {
	for (const phone of ['Alice', 'Bob']) await desk.dispose(phone);
});

test('a call is heard again after every socket was lost', async ({ page }) => {
	await desk.callAndAnswer();
	await expectAudioBothWays(page, 2);
	const before = await edge.connections();
	await edge.cutAll(1012);
	await expect.poll(() => stepsOf(page, 're-invite'), PATIENT).toHaveLength(2);
	await expectAudioBothWays(page, 2);
	for (const extension of ['101', '102'])
		expect(await edge.statesOf(extension)).toEqual(['reachable']);
	// Those of before are closed on this side too.
	const after = await edge.connections();
	expect(after).toHaveLength(2);
	expect(after.filter((id) => before.includes(id))).toEqual([]);
	await desk.press('Alice', 'Hang up');
});

test('a held call stays on hold', async ({ page }) => {
	await desk.callAndAnswer();
	await desk.press('Alice', 'Hold');
	await expect(desk.phone('Alice').getByText('on hold')).toBeVisible();
	await edge.cutAll(1006);
	await expect.poll(() => stepsOf(page, 're-invite'), PATIENT).toHaveLength(2);
	const directions = async () =>
		(await storedEntries(page))
			.filter(({ direction, text }) => direction === 'sent' && text?.startsWith('INVITE '))
			.slice(-2)
			.map(({ text }) => /a=(sendonly|sendrecv)/.exec(text ?? '')?.[1])
			.sort();
	await expect.poll(directions).toEqual(['sendonly', 'sendrecv']);
	await expect(desk.phone('Alice').getByText('on hold')).toBeVisible();
	await desk.press('Alice', 'Hang up');
});

test('a call that the edge forgot at its restart is shown as lost', async () => {
	await desk.callAndAnswer();
	await edge.restart();
	for (const phone of ['Alice', 'Bob'])
		await expect(
			desk.phone(phone).getByText('lost: the edge does not know it any more')
		).toBeVisible(PATIENT);
	await expect.poll(() => edge.statesOf('101')).toEqual(['reachable']);
});

test('the network goes and comes back: each socket is asked, and kept where it answers', async ({
	page,
	context
}) => {
	const before = await edge.connections();
	await context.setOffline(true);
	await expect.poll(() => stepsOf(page, 'offline')).toHaveLength(2);
	await context.setOffline(false);
	await expect.poll(() => stepsOf(page, 'registered'), PATIENT).toHaveLength(2);
	expect(await stepsOf(page, 'check')).toHaveLength(2);
	// Chromium's emulation leaves sockets alone that are open already.
	expect((await edge.connections()).sort()).toEqual(before.sort());
});

test('a page that was frozen asks whether its phones are still registered', async ({ page }) => {
	// A headless browser freezes no page, so this is its event alone (Page Lifecycle).
	await page.evaluate(() => document.dispatchEvent(new Event('resume')));
	await expect.poll(() => stepsOf(page, 'registered'), PATIENT).toHaveLength(2);
	expect(await stepsOf(page, 'check')).toHaveLength(2);
});

test('the backup proxy is taken after the first one has failed twice', async ({ page }) => {
	const end = await edge.play('primary-refused');
	await edge.cutAll(1006);
	await expect.poll(() => stepsOf(page, 'registered'), PATIENT).toHaveLength(2);
	const entries = (await storedEntries(page)) as { event?: string; url?: string; phone?: string }[];
	const dialled = entries.flatMap(({ event, url, phone }) =>
		event === 'connecting' && url && phone === 'simulator-101' ? [new URL(url).pathname] : []
	);
	expect(dialled).toEqual(['/sip', '/sip', '/sip', '/sip-backup']);
	await end();
});

test('switched off, nothing happens: the bare SDK does not notice', async ({ page }) => {
	await desk.switchOffRecovery('Bob');
	await desk.openLiveTrace();
	await edge.cutAll(1006);
	// Alice is the clock: when she is back, Bob would be.
	await expect.poll(() => stepsOf(page, 'registered'), PATIENT).toHaveLength(1);
	expect(await edge.statesOf('102')).toEqual(['unreachable']);
	await expect(desk.phone('Bob').getByText('socket lost')).toBeVisible();
	const phones = (await stepsOf(page)).map(({ phone }) => phone);
	expect(new Set(phones)).toEqual(new Set(['simulator-101']));
});
