import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';

test('a call is filtered, searched and walked through by keyboard alone', async ({ page }) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.callAndAnswer();
	await desk.press('Alice', 'Hang up');
	await page.getByRole('navigation', { name: 'Views of the trace' }).press('2');
	const messages = page.getByRole('listbox', { name: 'Messages' });
	await expect(messages).toBeVisible();
	// Nothing more comes of the call.
	await expect(messages.getByRole('option', { name: '200 OK BYE' })).toHaveCount(2);

	await page.keyboard.press('f');
	const filter = page.getByRole('combobox', { name: 'Filter messages' });
	await expect(filter).toBeFocused();
	await page.keyboard.type('metho');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(filter).toHaveValue('method:');
	await page.keyboard.type('bye');
	const bye = page.getByRole('option', { name: /^BYE \d+$/ });
	await expect(bye).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(filter).toHaveValue('method:BYE');
	await expect(page).toHaveURL(/filter=method%3ABYE/);
	await expect(messages.getByRole('option').first()).toContainText('BYE');
	const shown = await messages.getByRole('option').count();

	await messages.click();
	await page.keyboard.press('/');
	await page.keyboard.type('200 ok');
	const bar = page.getByRole('search', { name: 'Find in messages' });
	await expect(bar.getByRole('status')).toHaveText(/^\d+ messages?$/);
	await page.keyboard.press('Enter');
	await expect(bar.getByRole('status')).toHaveText(/^\d+ of \d+ messages?$/);
	await expect(messages.getByRole('option', { selected: true })).toContainText('200 OK');
	await expect(messages.getByRole('option')).toHaveCount(shown);
	const details = page.getByRole('article', { name: 'Details of the message' });
	// Where colours part it, in pieces.
	await expect(details.locator('.found').first()).toHaveText(/^200/);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	// One order: the selection, what was found, the filter.
	await messages.focus();
	await page.keyboard.press('Escape');
	await expect(details).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(bar).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(filter).toHaveValue('');
	await expect(page).not.toHaveURL(/filter=/);
});

test('a mistake is told where it is, keys are shown, and the palette goes anywhere', async ({
	page
}) => {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	const filter = page.getByRole('combobox', { name: 'Filter messages' });
	await filter.fill('metod:INVITE');
	const trouble = page.getByRole('alert').filter({ hasText: 'Did you mean method:?' });
	await expect(trouble).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Write method:' }).click();
	await expect(filter).toHaveValue('method:INVITE');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');

	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keys' });
	await expect(sheet.getByText('Filter messages')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);

	await page.keyboard.press('ControlOrMeta+k');
	const palette = page.getByRole('dialog', { name: 'Commands' });
	await expect(palette).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.keyboard.type('simulator');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/simulator$/);
});
