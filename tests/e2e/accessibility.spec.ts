import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { createSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in the ${colorScheme} theme`, () => {
		test.use({ colorScheme });

		test('the pages before the first phone', async ({ page }) => {
			for (const path of [
				'/',
				'/phones',
				'/phones?add',
				'/simulator',
				'/traces',
				'/stream',
				'/traces/none/ladder'
			]) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await expectAccessible(page);
			}
			await page.goto('/phones?add');
			await page.getByRole('tab', { name: 'Sign in to get one' }).click();
			await expectAccessible(page);
		});

		test('every view of a trace with a call', async ({ page }) => {
			const desk = new Desk(page);
			await desk.tryWithSimulator();
			await desk.callAndAnswer();
			await page.getByRole('listbox', { name: 'Ladder' }).getByRole('option').first().click();
			for (const view of ['Ladder', 'Messages', 'Calls', 'Registrations', 'Findings']) {
				await page.getByRole('link', { name: view, exact: true }).click();
				await expect(page).toHaveURL(new RegExp(view.toLowerCase()));
				await expectAccessible(page);
			}
			for (const name of ['Phones', 'Traces']) {
				await page.getByRole('link', { name, exact: true }).click();
				await expectAccessible(page);
			}
		});

		test('wherever it is told what went wrong', async ({ page }) => {
			const edge = await createSimulator();
			await addPhone(page, { name: 'Dave', proxy: edge.proxy, password: 'wrong' });
			await expect(page.getByText(/Registration failed/)).toBeVisible();
			await new Desk(page).openLiveTrace();
			const views = page.getByRole('navigation', { name: 'Views of the trace' });
			await views.getByRole('link', { name: /^Findings/ }).click();
			await page.getByText(/^What is looked for/).click();
			await expectAccessible(page);
			const errors = page.getByRole('region', { name: /^Errors/ });
			await errors.getByRole('button', { name: /^401/ }).last().click();
			for (const view of ['Ladder', 'Messages', 'Registrations']) {
				await views.getByRole('link', { name: view, exact: true }).click();
				await expect(page.getByText(/^Dave answered the challenge/).first()).toBeVisible();
				await expectAccessible(page);
			}
			await edge.close();
		});
	});
}

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
		page.url()
	).toEqual([]);
}
