import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';

/** Calls outlive their sockets at the edge, so those of pages that other tests have closed are still there. */
test.beforeEach(async ({ request }) => {
	expect((await request.post('/edge/restart')).status()).toBe(204);
});

test('the simulator’s page shows what the edge holds, and breaks it', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	// What is broken here shall stay so.
	for (const phone of ['Alice', 'Bob']) await desk.switchOffRecovery(phone);
	await desk.openLiveTrace();
	await desk.callAndAnswer();
	await page.getByRole('link', { name: 'Simulator', exact: true }).click();
	const [alice, bob] = ['Alice', 'Bob'].map((name) => page.getByRole('article', { name }));
	await expect(alice!.getByText(/registered, \d+ s left/)).toBeVisible();
	await expect(bob!.getByText('is called by Alice (+16505550101): talks')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await bob!.getByRole('button', { name: /^Close the socket/ }).click();
	await page.getByRole('menuitem', { name: 'Cut it without a word (1006)' }).click();
	await expect(bob!.getByText(/its socket is gone/)).toBeVisible();
	await bob!.getByRole('button', { name: /^Drop the binding/ }).click();
	await expect(bob!.getByText('No phone is registered.')).toBeVisible();
	await page.getByRole('button', { name: 'Restart the edge' }).click();
	await expect(alice!.getByText('No phone is registered.')).toBeVisible();
});

test('somebody calls from outside, and scenarios play until they are ended', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await page.getByRole('link', { name: 'Simulator', exact: true }).click();
	await page.getByRole('button', { name: 'Call 101 from outside' }).click();
	await page.getByRole('menuitem', { name: 'Echo test' }).click();
	const alice = page.getByRole('article', { name: 'Alice' });
	await expect(alice.getByText(/is called by Echo test .*: rings/)).toBeVisible();

	await page.getByLabel('Scenario', { exact: true }).selectOption('too-many-contacts');
	await page.getByLabel('For the messages of').selectOption('103');
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	const playing = page.getByRole('list', { name: 'Scenarios that play' });
	await expect(playing.getByText(/for 103 alone/)).toBeVisible();
	await playing.getByRole('button', { name: /^End/ }).click();
	await expect(playing).toHaveCount(0);
	await desk.openLiveTrace();
	await desk.press('Alice', 'Decline');
	await desk.dispose('Alice');
	await desk.dispose('Bob');
});
