import { expect, test } from '@playwright/test';
import { loadAccounts } from '../../bench/edge/server-under-load.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { kamailioForEachTest } from './support/kamailio.ts';

const kamailio = kamailioForEachTest();

test('the bindings that Kamailio lists in its 200 are on the board, other devices too', async ({
	page,
	browser
}) => {
	const [account] = loadAccounts(1);
	const { proxy } = kamailio;
	const other = await browser.newContext();
	const there = new Desk(await other.newPage());
	await addPhone(there.page, { name: 'There', proxy, account, ownInstance: true });
	await there.openLiveTrace();
	await expect(there.phone('There').getByText('registered').first()).toBeVisible();

	await addPhone(page, { name: 'Here', proxy, account, ownInstance: true });
	await new Desk(page).openLiveTrace();
	await page.getByRole('link', { name: 'Registrations', exact: true }).click();
	const slots = page.getByRole('list', { name: 'Slots of 2000' });
	await expect(slots.getByRole('heading', { name: 'Here', exact: true })).toBeVisible();
	await expect(slots.getByRole('heading', { name: 'Another device' })).toBeVisible();
	await expect(page.getByText('2 of 5 slots').first()).toBeVisible();
	await expect(
		page.getByText('No phone of this trace made this binding', { exact: false })
	).toBeVisible();
	await other.close();
});
