import { expect, test } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

let edge: HostedSimulator;

test.beforeEach(async () => {
	edge = await createSimulator();
});

test.afterEach(async () => {
	await edge.close();
});

test('a wrong password is told as what it is, and its evidence leads to the messages', async ({
	page
}) => {
	await addPhone(page, { name: 'Dave', proxy: edge.proxy, password: 'wrong' });
	await expect(page.getByText(/Registration failed/)).toBeVisible();
	await new Desk(page).openLiveTrace();

	const views = page.getByRole('navigation', { name: 'Views of the trace' });
	await views.getByRole('link', { name: /^Findings.*1 error/ }).click();
	await expect(page).toHaveURL(/\/findings/);
	const errors = page.getByRole('region', { name: 'Errors 1' });
	await expect(errors.getByText(/Dave answered the challenge.*password.* wrong/)).toBeVisible();
	await errors.getByRole('button', { name: /^REGISTER/ }).click();
	await expect(page).toHaveURL(/\/findings\?message=\d+/);
	await expect(page.getByRole('article', { name: 'Details of the message' })).toContainText(
		'Authorization: Digest'
	);

	await page.getByRole('combobox', { name: 'Filter messages' }).fill('finding:wrong-password');
	await views.getByRole('link', { name: 'Messages', exact: true }).click();
	const messages = page.getByRole('listbox', { name: 'Messages' });
	await expect(messages.getByRole('option')).toHaveCount(3);
	await expect(messages.getByRole('option', { selected: true })).toContainText('REGISTER');
	const callout = page.getByRole('list', { name: 'Findings' });
	await expect(callout.getByRole('button', { name: /^Dave answered/ })).toBeVisible();
});

test('a busy line is explained beside its call, but is nothing that went wrong', async ({
	page
}) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.phone('Alice').getByLabel('Number to call from Alice').fill('78654');
	await desk.press('Alice', 'Call');
	const calls = page.getByRole('region', { name: 'Calls' });
	const busy = calls.getByRole('link', { name: /^101 → 78654.*486 Busy Here$/ });
	await expect(busy).toBeVisible();
	await expect(page.getByRole('link', { name: 'Findings', exact: true })).toBeVisible();

	await busy.click();
	const callout = page.getByRole('list', { name: 'Findings' });
	await expect(callout.getByText(/101 → 78654.*486 Busy Here.*busy/)).toBeVisible();
	await callout.getByRole('button', { name: '486 Busy Here', exact: true }).click();
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { selected: true })).toContainText('486 Busy Here');
	await expect(callout.getByText(/101 → 78654/)).toBeVisible();
});
