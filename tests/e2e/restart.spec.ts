import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { storedEntries } from './support/stored-trace.ts';

test('a phone is restarted with the instance that it has just let go', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.choose('Alice', 'More for Alice', 'Restart');
	const started = async () =>
		(await storedEntries(page)).filter(({ event }) => event === 'started').length;
	await expect.poll(started).toBe(3);
	await expect(desk.phone('Alice').getByText('registered')).toBeVisible();
});
