import { expect, test, type Page } from '@playwright/test';
import { bundle } from '../../bench/browser/bundle.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** Without the picker, which belongs to the system, files are downloads. */
async function withoutPicker(page: Page): Promise<void> {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

test('a large export shows how far it is, and can be cancelled', async ({ page }) => {
	await withoutPicker(page);
	let downloads = 0;
	page.on('download', () => downloads++);
	await page.goto('/traces');
	await page.evaluate(await bundle('in-page.ts', 'bench'));
	await page.evaluate(`bench.fill('large', 60000)`);
	await page.reload();
	await page
		.getByRole('button', { name: /^Export / })
		.first()
		.click();
	await dialog(page).getByRole('button', { name: 'Export', exact: true }).click();
	await expect(dialog(page).getByRole('progressbar', { name: 'Exporting' })).toBeVisible();
	await dialog(page).getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog(page).getByText('Cancelled: nothing was saved.')).toBeVisible();
	await expect(dialog(page).getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
	expect(downloads).toBe(0);
});
