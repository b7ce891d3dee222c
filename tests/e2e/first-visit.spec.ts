import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { expectAudioBothWays, watchPeerConnections } from './support/peer-connections.ts';
import { storedEntries, storedSockets } from './support/stored-trace.ts';
import { watchWire } from './support/wire-watch.ts';

test('a newcomer watches a real call, and every frame of it is kept', async ({ page }) => {
	const wire = watchWire(page);
	const thrown: Error[] = [];
	page.on('pageerror', (error) => thrown.push(error));
	await watchPeerConnections(page);
	const desk = new Desk(page);
	await desk.tryWithSimulator();

	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { name: /Alice.* REGISTER/ }).first()).toBeVisible();
	await expect(
		ladder.getByRole('option', { name: /REGISTER.*401 answered/ }).first()
	).toBeVisible();

	await desk.callAndAnswer();
	await expectAudioBothWays(page, 2);
	await desk.press('Alice', 'Hold');
	await expect(desk.phone('Alice').getByRole('button', { name: 'Resume' })).toBeVisible();
	await desk.press('Alice', 'Hang up');
	await expect(desk.phone('Bob').getByRole('article')).toHaveCount(0);
	await desk.dispose('Alice');
	await desk.dispose('Bob');

	expect(wire.map(({ frames }) => frames.length)).toEqual([expect.any(Number), expect.any(Number)]);
	// Register and unregister alone are twelve frames of a phone.
	for (const { frames } of wire) expect(frames.length).toBeGreaterThan(12 + 10);
	await expect.poll(async () => storedSockets(await storedEntries(page))).toEqual(wire);
	expect(thrown).toEqual([]);
});

test('the address says what is seen: reload and Back restore it', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.callAndAnswer();
	await page.getByRole('link', { name: 'Messages', exact: true }).click();
	await page.getByRole('combobox', { name: 'Filter messages' }).fill('method:INVITE');
	const list = page.getByRole('listbox', { name: 'Messages' });
	await list.getByRole('option').first().click();
	await expect(page).toHaveURL(/\/messages\?.*filter=method%3AINVITE.*message=\d+/);
	const selected = await list.getByRole('option', { selected: true }).textContent();
	const before = await list.getByRole('option').count();
	await desk.press('Alice', 'Hang up');

	await page.reload();
	await expect(list.getByRole('option', { selected: true })).toHaveText(selected ?? '');
	await expect(list.getByRole('option')).toHaveCount(before);
	await page.goBack();
	await expect(list.getByRole('option', { selected: true })).toHaveCount(0);
});

test('what a reload left registered is told, with the time when it frees', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await page.reload();
	await page.goto('/');
	await expect(page.getByText(/Alice.*still registered/i)).toBeVisible();
});
