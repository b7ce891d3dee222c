import { expect, test } from '@playwright/test';
import { seededRandom } from '../../src/lib/simulator/seeded-random.ts';
import { EdgeWatch } from './support/edge-watch.ts';
import { expectAudioBothWays, watchPeerConnections } from './support/peer-connections.ts';
import { storedEntries } from './support/stored-trace.ts';
import { TabDesk } from './support/tab-desk.ts';
import { countSights, noteTenures, tenuresOf } from './support/tab-times.ts';
import { expectNothingLost } from './support/stored-once.ts';

/** Milliseconds within which another tab is real, as the documentation says. */
const TAKE_OVER_TIME = 2_000;

let edge: EdgeWatch;

test.beforeEach(async ({ context }) => {
	edge = await EdgeWatch.open();
	await noteTenures(context);
	await countSights(context);
});

test.afterEach(() => edge.close());

/** Both phones are registered anew in time, counted from when the tab that had them began to go. */
async function expectTakenOver(tab: TabDesk): Promise<void> {
	await tab.expectRole('real');
	await expect.poll(() => edge.grants().length).toBe(4);
	const [tenure] = await tenuresOf(tab.page);
	for (const grant of edge.grants().slice(2))
		expect(grant - (tenure?.until ?? 0)).toBeLessThan(TAKE_OVER_TIME);
}

test('a late tab shows the running call and the same trace, and what is done there is done', async ({
	context
}) => {
	const real = await TabDesk.run(context, edge.proxy, 'Bob');
	await real.callAndAnswer();
	const dummy = await TabDesk.follow(context);
	await dummy.expectRole(/^dummy of tab 1$/);
	for (const name of ['Alice', 'Bob'])
		await expect(dummy.phone(name).getByRole('button', { name: 'Hang up' })).toBeVisible();
	await dummy.press('Bob', 'Hold');
	for (const tab of [real, dummy])
		await expect(tab.phone('Bob').getByText('on hold')).toBeVisible();
	await dummy.press('Alice', 'Hang up');
	for (const tab of [real, dummy])
		await expect(tab.phone('Bob').getByText('No call.')).toBeVisible();
	await expect.poll(async () => (await dummy.messageCount()) - (await real.messageCount())).toBe(0);
	expect(edge.sockets).toHaveLength(2);
});

test('an action of a dummy reports what failed, and that nobody answers', async ({ context }) => {
	const real = await TabDesk.run(context, edge.proxy, 'Bob');
	await real.callAndAnswer();
	const dummy = await TabDesk.follow(context);
	edge.hosted.simulator.scenarios.play({
		title: 'INFO has no result',
		rules: [{ when: { from: 'edge', method: 'INFO' }, do: [{ drop: true }] }]
	});
	await dummy.choose('Alice', 'More for this call', 'Record');
	await expect(dummy.phone('Alice').getByText(/^Record: no answer for 8 s/)).toBeVisible();

	const debug = await context.newCDPSession(real.page);
	await debug.send('Debugger.enable');
	await debug.send('Debugger.pause');
	await dummy.press('Alice', 'Hang up');
	await expect(dummy.phone('Alice').getByText(/has not answered for \d+ s/)).toBeVisible();
	// What nobody waits for any more is not done late.
	await debug.send('Debugger.resume');
	await debug.send('Debugger.disable');
	await dummy.press('Alice', 'Hold');
	await expect(real.phone('Alice').getByText('on hold')).toBeVisible();
});

test('the real tab is closed: a dummy is real within two seconds, with the calls that were up', async ({
	context
}) => {
	const real = await TabDesk.run(context, edge.proxy, 'Bob');
	const dummy = new TabDesk(await context.newPage());
	await watchPeerConnections(dummy.page);
	await dummy.page.goto('/phones');
	await dummy.openLiveTrace();
	await real.callAndAnswer();
	await expect(dummy.phone('Alice').getByRole('button', { name: 'Hang up' })).toBeVisible();
	await real.page.close();
	await expectTakenOver(dummy);
	await expectAudioBothWays(dummy.page, 2);
	await dummy.press('Alice', 'Hang up');
	await expect(dummy.phone('Bob').getByText('No call.')).toBeVisible();
	expect(Object.fromEntries(edge.mostSlots)).toMatchObject({ 101: 1, 102: 1 });
});

test('the real tab crashes: a dummy is real within two seconds, and rings', async ({ context }) => {
	const real = await TabDesk.run(context, edge.proxy);
	const dummies = [await TabDesk.follow(context), await TabDesk.follow(context)];
	const crashed = real.page.waitForEvent('crash');
	const crashedAt = Date.now();
	await Promise.allSettled([real.page.goto('chrome://crash'), crashed]);
	await expect.poll(() => edge.grants().length).toBe(2);
	expect((edge.grants()[1] ?? 0) - crashedAt).toBeLessThan(TAKE_OVER_TIME);
	edge.hosted.edge.call({ to: '101', from: '+14155550110' });
	for (const dummy of dummies)
		await expect(dummy.phone('Alice').getByRole('button', { name: 'Answer' })).toBeVisible();
	expect(edge.mostSlots.get('101')).toBe(1);
	await dummies[1]?.press('Alice', 'Answer');
	for (const dummy of dummies)
		await expect(dummy.phone('Alice').getByRole('button', { name: 'Hang up' })).toBeVisible();
});

test('without a SharedWorker tabs hear of each other by a channel', async ({ context }) => {
	await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
	const real = await TabDesk.run(context, edge.proxy, 'Bob');
	expect(await real.page.evaluate(() => 'SharedWorker' in globalThis)).toBe(false);
	await real.callAndAnswer();
	const dummy = await TabDesk.follow(context);
	await dummy.press('Bob', 'Hold');
	for (const tab of [real, dummy])
		await expect(tab.phone('Bob').getByText('on hold')).toBeVisible();
	await expect.poll(async () => (await dummy.messageCount()) - (await real.messageCount())).toBe(0);
	await real.page.close();
	await expectTakenOver(dummy);
	await expect(dummy.phone('Bob').getByText('on hold')).toBeVisible();
	await dummy.press('Alice', 'Hang up');
	await expect(dummy.phone('Bob').getByText('No call.')).toBeVisible();
	expect(Object.fromEntries(edge.mostSlots)).toMatchObject({ 101: 1, 102: 1 });
});

test('a tab can run the same instance beside the real one, which no longer rings', async ({
	context
}) => {
	const real = await TabDesk.run(context, edge.proxy);
	const apart = await TabDesk.follow(context);
	await apart.choose('Alice', 'More for Alice', 'Run it here too …');
	await apart.page.getByRole('button', { name: 'Run it here too', exact: true }).click();
	await expect(apart.phone('Alice').getByRole('button', { name: 'on its own' })).toBeVisible();
	await expect(apart.phone('Alice').getByText('registered')).toBeVisible();
	edge.hosted.edge.call({ to: '101', from: '+14155550110' });
	await expect(apart.phone('Alice').getByRole('button', { name: 'Answer' })).toBeVisible();
	await expect(real.phone('Alice').getByText('No call.')).toBeVisible();
	await real.expectRole('real');
	await apart.press('Alice', 'Decline');
});

test('tabs come and go for a minute: one is real, and nothing is lost or stored twice', async ({
	context
}) => {
	test.setTimeout(240_000);
	const random = seededRandom(20_260_101);
	const tabs = [await TabDesk.run(context, edge.proxy), await TabDesk.follow(context)];
	const until = Date.now() + 60_000;
	let takeOvers = 0;
	while (Date.now() < until || takeOvers < 6) {
		if (tabs.length < 3 || (tabs.length < 10 && random() < 0.5)) {
			tabs.push(await TabDesk.follow(context));
		} else {
			// The first to come is the real one.
			const index = random() < 0.6 ? 0 : Math.floor(random() * tabs.length);
			const [gone] = tabs.splice(index, 1);
			if (index === 0) takeOvers++;
			await gone?.page.close();
		}
		if (random() < 0.3) edge.hosted.edge.call({ to: '101', from: '+14155550110' });
		await new Promise((resolve) => setTimeout(resolve, random() * 1_000));
	}
	const [last] = tabs;
	if (!last) throw new Error('Two tabs are left, at least.');
	await last.expectRole('real');
	await last.dispose('Alice');

	const tenures = await tenuresOf(last.page);
	expect(tenures.length).toBeGreaterThan(1);
	for (const [index, { granted, from }] of tenures.slice(1).entries()) {
		expect(from).toBeGreaterThanOrEqual(tenures[index]?.until ?? Infinity);
		// How long a browser takes to end a page is not ours, and long where ten work at once.
		expect(from - granted).toBeLessThan(TAKE_OVER_TIME);
	}
	expect(edge.mostSlots.get('101')).toBe(1);
	await expectNothingLost(last.page, edge);
	const messages = (await storedEntries(last.page)).filter(({ kind }) => kind === 'message');
	for (const tab of tabs) await expect.poll(() => tab.messageCount()).toBe(messages.length);
});
