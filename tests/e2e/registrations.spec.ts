import { expect, test, type Page } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

let edge: HostedSimulator;

test.afterEach(async () => {
	await edge.close();
});

async function openRegistrations(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Registrations', exact: true }).click();
	await page.waitForURL(/\/registrations/);
}

const slotsOf = (page: Page) => page.getByRole('list', { name: 'Slots of 101' });
const region = (page: Page) => page.getByRole('region', { name: 'Registrations' });

test('five instances and a sixth, which is tied to them; a slot frees on dispose', async ({
	page
}) => {
	test.slow();
	edge = await createSimulator();
	const desk = new Desk(page);
	for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
		await addPhone(page, { name, proxy: edge.proxy, ownInstance: true });
		await desk.openLiveTrace();
		await expect(desk.phone(name).getByText('registered', { exact: false }).first()).toBeVisible();
	}
	await addPhone(page, { name: 'Six', proxy: edge.proxy, ownInstance: true });
	await expect(page.getByText(/603 Too Many Contacts/).first()).toBeVisible();
	await desk.openLiveTrace();
	await openRegistrations(page);

	await expect(region(page).getByText('5 of 5 slots')).toBeVisible();
	await expect(region(page).getByText(/the next one frees in 0:\d\d/)).toBeVisible();
	const refused = page.getByRole('list', { name: 'Without a slot' });
	for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
		await expect(refused.getByRole('button', { name, exact: true })).toBeVisible();
	await expect(slotsOf(page).getByText(/Kept out Six/)).toHaveCount(5);

	await desk.dispose('Two');
	await expect(region(page).getByText('4 of 5 slots')).toBeVisible();
	await expect(slotsOf(page).getByText('Free', { exact: true })).toHaveCount(1);
	expect(edge.edge.registrar.all()).toHaveLength(4);
});

test('a countdown is right after the page was frozen', async ({ page }) => {
	edge = await createSimulator();
	const desk = new Desk(page);
	await addPhone(page, { name: 'Dave', proxy: edge.proxy, ownInstance: true });
	await desk.openLiveTrace();
	await openRegistrations(page);
	await expect(slotsOf(page).getByText(/^registered/)).toBeVisible();

	// Whoever counted ticks would be late by as long as the page was frozen: a few seconds prove it.
	const [binding] = edge.edge.registrar.all();
	const left = () => ((binding?.expiresAt ?? 0) - Date.now()) / 1000;
	const devtools = await page.context().newCDPSession(page);
	const frozenAt = left();
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await expect.poll(left).toBeLessThan(frozenAt - 5);
	await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	await expect
		.poll(async () => {
			const text = await slotsOf(page)
				.getByRole('term')
				.filter({ hasText: 'Expires' })
				.locator('+ dd')
				.textContent();
			return Math.abs(Number(/in (\d+) s/.exec(text ?? '')?.[1]) - left());
		})
		.toBeLessThanOrEqual(1.3);
});

test('of two tabs with one instance the second rings; the first is superseded, and stays so', async ({
	page,
	browser
}) => {
	test.slow();
	edge = await createSimulator({ settings: { expiresSeconds: 20 } });
	await addPhone(page, { name: 'First', proxy: edge.proxy });
	const first = new Desk(page);
	await first.openLiveTrace();
	await openRegistrations(page);
	await expect(slotsOf(page).getByText(/^registered/)).toBeVisible();

	const other = await browser.newContext();
	const second = new Desk(await other.newPage());
	await addPhone(second.page, { name: 'Second', proxy: edge.proxy });
	await second.openLiveTrace();
	await expect(
		second.phone('Second').getByText('registered', { exact: false }).first()
	).toBeVisible();

	const superseded = page.getByRole('list', { name: 'Superseded in this slot' });
	await expect(superseded.getByText(/^superseded/)).toBeVisible({ timeout: 40_000 });
	await expect(slotsOf(page).getByText('Another connection')).toBeVisible();
	edge.edge.call({ to: '101', from: '+14155550112' });
	await expect(
		second.phone('Second').getByRole('button', { name: 'Answer', exact: true })
	).toBeVisible();
	await expect(
		first.phone('First').getByRole('button', { name: 'Answer', exact: true })
	).toHaveCount(0);
	await other.close();
});
