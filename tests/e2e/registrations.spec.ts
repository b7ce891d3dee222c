import { expect, test, type Page } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { freeze } from './support/freeze.ts';

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

test('a countdown is right to a second after a minute frozen', async ({ page }) => {
	test.slow();
	edge = await createSimulator({ settings: { expiresSeconds: 150 } });
	const desk = new Desk(page);
	await addPhone(page, { name: 'Dave', proxy: edge.proxy, ownInstance: true });
	await desk.openLiveTrace();
	await openRegistrations(page);
	await expect(slotsOf(page).getByText(/^registered/)).toBeVisible();

	const left = () => ((edge.edge.registrar.all()[0]?.expiresAt ?? 0) - Date.now()) / 1000;
	const told = async () => {
		const text = await slotsOf(page)
			.getByRole('term')
			.filter({ hasText: 'Expires' })
			.locator('+ dd')
			.textContent();
		return Number(/in (\d+) s/.exec(text ?? '')?.[1]);
	};
	const frozenAt = left();
	const thaw = await freeze(page);
	await expect
		.poll(left, { timeout: 90_000, intervals: [1_000] })
		.toBeLessThanOrEqual(frozenAt - 60);
	await thaw();
	// Whoever counted ticks would be late by a minute.
	await expect.poll(async () => Math.abs((await told()) - left())).toBeLessThanOrEqual(1.3);
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
