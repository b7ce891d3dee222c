import { expect, test } from '@playwright/test';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

let play: string;

test.beforeEach(async ({ request }) => {
	await request.post('/edge/restart');
	const answer = await request.post('/edge/scenarios', {
		data: { name: 'short-expiry', extension: '101' }
	});
	play = ((await answer.json()) as { id: string }).id;
});

test.afterEach(async ({ request }) => {
	await request.delete(`/edge/scenarios/${play}`);
});

test('the registrar’s view has a killed tab’s binding until it expires', async ({
	page,
	browser,
	baseURL
}) => {
	const proxy = `${new URL(baseURL ?? '').host}/sip`;
	await addPhone(page, { name: 'Here', proxy, ownInstance: true });
	await new Desk(page).openLiveTrace();
	await page.getByRole('link', { name: 'Registrations', exact: true }).click();
	const table = page.getByRole('table');
	await expect(table.getByRole('row', { name: /^Here registered.* expires in/ })).toBeVisible();
	await expect(page.getByText('They agree.')).toBeVisible();

	const other = await browser.newContext({ baseURL: baseURL ?? '' });
	const there = new Desk(await other.newPage());
	await addPhone(there.page, { name: 'There', proxy, ownInstance: true });
	const stranger = table.getByRole('row', { name: /^Another device/ });
	await expect(stranger).toContainText('expires in');

	const crashed = there.page.waitForEvent('crash');
	await Promise.all([crashed, there.page.goto('chrome://crash').catch((error: unknown) => error)]);
	await expect(stranger).toContainText('its connection is gone');
	await expect(stranger).toHaveCount(0);
	await expect(page.getByText('They agree.')).toBeVisible();
	await other.close();
});
