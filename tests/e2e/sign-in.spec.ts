import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { Desk } from './support/desk.ts';

let other: HostedSimulator;
/** Answers everybody, and tells browsers nothing of who may read it. */
let mute: Server;

test.beforeEach(async () => {
	other = await createSimulator();
	mute = createServer((_request, response) => response.end('{}'));
	await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
});

test.afterEach(async () => {
	await other.close();
	mute.close();
});

async function signInForm(page: Page): Promise<Locator> {
	await page.goto('/phones?add');
	const dialog = page.getByRole('dialog', { name: 'Add a phone' });
	await dialog.getByRole('tab', { name: 'Sign in to get one' }).click();
	return dialog;
}

async function signIn(dialog: Locator, server: string, jwt: string): Promise<void> {
	await dialog.getByRole('radio', { name: 'Another simulator' }).check();
	await dialog.getByRole('textbox', { name: 'Address of the simulator' }).fill(server);
	await dialog.getByRole('textbox', { name: 'JWT' }).fill(jwt);
	await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a phone is added by signing in, and registers', async ({ page }) => {
	const dialog = await signInForm(page);
	await dialog.getByRole('radio', { name: 'This simulator' }).check();
	await dialog.getByRole('textbox', { name: 'JWT' }).fill('103');
	await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(dialog.getByRole('textbox', { name: 'User name' })).toHaveValue('16505550100*103');
	await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Carol');
	await dialog.getByRole('radio', { name: 'Test tone' }).check();
	await dialog.getByRole('button', { name: 'Save and start' }).click();
	const desk = new Desk(page);
	await desk.openLiveTrace();
	await expect(desk.phone('Carol').getByText('registered')).toBeVisible();
	await desk.dispose('Carol');
});

test('the page may ask another simulator of this machine', async ({ page }) => {
	const dialog = await signInForm(page);
	await signIn(dialog, other.server, '102');
	const proxy = dialog.getByRole('textbox', { name: 'Outbound proxy' });
	await expect(proxy).toHaveValue(other.proxy);
	await expect(dialog.getByRole('radio', { name: /^ws:/ })).toBeChecked();
});

test('each failure is told apart', async ({ page }) => {
	const dialog = await signInForm(page);
	const alert = dialog.getByRole('alert');
	await signIn(dialog, other.server, '999');
	await expect(alert).toContainText('The JWT was refused.');
	await expect(alert).toContainText('OAU-140');

	const { port } = mute.address() as AddressInfo;
	await signIn(dialog, `http://127.0.0.1:${port}`, '102');
	await expect(alert).toContainText(`127.0.0.1:${port} answers, but not to pages of`);

	await other.close();
	await signIn(dialog, other.server, '102');
	await expect(alert).toContainText('could not be reached.');
	other = await createSimulator();
});
