import { expect, test } from '@playwright/test';
import { loadAccounts } from '../../bench/edge/server-under-load.ts';
import { addPhone, type PhoneToAdd } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { kamailioForEachTest } from './support/kamailio.ts';
import { TabDesk } from './support/tab-desk.ts';

const kamailio = kamailioForEachTest();

/** Extension 2000 + `index` of Kamailio. */
function phoneOf(name: string, index: number): PhoneToAdd {
	return { name, proxy: kamailio.proxy, account: loadAccounts(index + 1)[index] };
}

test('the real tab is closed: a dummy registers the same instance in the same slot, and rings', async ({
	context,
	browser
}) => {
	const real = new TabDesk(await context.newPage());
	await addPhone(real.page, phoneOf('Alice', 0));
	await real.openLiveTrace();
	await expect(real.phone('Alice').getByText('registered')).toBeVisible();
	const dummy = await TabDesk.follow(context);
	await real.page.close();
	await dummy.expectRole('real');
	await expect(dummy.phone('Alice').getByText('registered')).toBeVisible();

	// Kamailio lists all bindings it has: the one of the tab that is gone was replaced.
	await dummy.page.getByRole('link', { name: 'Registrations', exact: true }).click();
	const slots = dummy.page.getByRole('list', { name: 'Slots of 2000' });
	await expect(slots.getByText('Free', { exact: true })).toHaveCount(4);
	await expect(slots.getByRole('heading', { name: 'Alice', exact: true })).toHaveCount(1);

	const elsewhere = await browser.newContext();
	const caller = new Desk(await elsewhere.newPage());
	await addPhone(caller.page, phoneOf('Bob', 1));
	await caller.openLiveTrace();
	await expect(caller.phone('Bob').getByText('registered')).toBeVisible();
	await caller.phone('Bob').getByLabel('Number to call').fill('2000');
	await caller.press('Bob', 'Call');
	await expect(dummy.phone('Alice').getByRole('button', { name: 'Answer' })).toBeVisible();
	await elsewhere.close();
});

test('of two browsers with one instance only the second rings', async ({ page, browser }) => {
	const first = new Desk(page);
	await addPhone(page, phoneOf('First', 0));
	await first.openLiveTrace();
	await expect(first.phone('First').getByText('registered')).toBeVisible();
	const elsewhere = await browser.newContext();
	const second = new Desk(await elsewhere.newPage());
	for (const phone of [phoneOf('Second', 0), phoneOf('Bob', 1)]) {
		await addPhone(second.page, phone);
		await second.openLiveTrace();
		await expect(second.phone(phone.name).getByText('registered')).toBeVisible();
	}
	await second.phone('Bob').getByLabel('Number to call').fill('2000');
	await second.press('Bob', 'Call');
	await expect(second.phone('Second').getByRole('button', { name: 'Answer' })).toBeVisible();
	await expect(first.phone('First').getByRole('button', { name: 'Answer' })).toHaveCount(0);
	await elsewhere.close();
});
