import { expect, test } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone, provisionAnswer } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

let edge: HostedSimulator;

test.beforeEach(async () => {
	edge = await createSimulator();
});

test.afterEach(async () => {
	await edge.close();
});

test('broken JSON and missing fields are told where they are', async ({ page }) => {
	await page.goto('/phones?add');
	const dialog = page.getByRole('dialog', { name: 'Add a phone' });
	const json = dialog.getByLabel('sipInfo as JSON');
	await json.fill('{ "sipInfo": [ { "username": "16505550100*101", } ] }');
	await expect(json).toHaveAttribute('aria-invalid', 'true');
	await expect(dialog.getByText(/line 1/i)).toBeVisible();

	const { sipInfo } = provisionAnswer(edge.proxy);
	await json.fill(JSON.stringify({ ...sipInfo[0], domain: '' }));
	await expect(dialog.getByLabel('Domain')).toHaveAttribute('aria-invalid', 'true');
	await dialog.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(dialog.getByLabel('Domain')).toBeFocused();
});

test('a wrong password is shown as what it is', async ({ page }) => {
	await addPhone(page, { name: 'Dave', proxy: edge.proxy, password: 'wrong' });
	await expect(page.getByText(/Registration failed: SIP\/2\.0 401 Unauthorized/)).toBeVisible();
	const desk = new Desk(page);
	await desk.openLiveTrace();
	await page.getByRole('link', { name: 'Registrations', exact: true }).click();
	await expect(page.getByText(/refused/i).first()).toBeVisible();
	await expect(page.getByText(/401 Unauthorized/).first()).toBeVisible();
});

test('a proxy that cannot be reached is said so, and the attempt is in the trace', async ({
	page
}) => {
	const { proxy } = edge;
	await edge.close();
	await addPhone(page, { name: 'Dave', proxy });
	await expect(page.getByText(/could not be reached|cannot be reached/i).first()).toBeVisible();
	await new Desk(page).openLiveTrace();
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByText(/socket/i).first()).toBeVisible();
	edge = await createSimulator();
});

test('the sixth instance is refused: 603 Too Many Contacts', async ({ page }) => {
	test.slow();
	const names = ['One', 'Two', 'Three', 'Four', 'Five'];
	const desk = new Desk(page);
	for (const name of names) {
		await addPhone(page, { name, proxy: edge.proxy, ownInstance: true });
		await desk.openLiveTrace();
		await expect(desk.phone(name).getByText('registered', { exact: false })).toBeVisible();
	}
	await addPhone(page, { name: 'Six', proxy: edge.proxy, ownInstance: true });
	await expect(page.getByText(/603 Too Many Contacts/).first()).toBeVisible();
	await desk.openLiveTrace();
	await page.getByRole('link', { name: 'Registrations', exact: true }).click();
	await expect(page.getByText('5 of 5 slots').first()).toBeVisible();
	await expect(page.getByText(/603 Too Many Contacts/).first()).toBeVisible();
});
