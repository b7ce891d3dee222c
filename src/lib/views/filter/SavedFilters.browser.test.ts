import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { savedFilters } from '../../state/saved-filters.svelte.ts';
import FilterStage from './FilterStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const header = traceHeader();

test('a filter is saved by a name, chosen again, replaced and deleted', async () => {
	onTestFinished(async () => {
		for (const { id } of savedFilters.list) await savedFilters.remove(id);
	});
	await render(FilterStage, { header, entries: [] });
	const field = page.getByRole('combobox', { name: 'Filter messages' });
	const dialog = page.getByRole('dialog', { name: 'Saved filters' });
	const list = dialog.getByRole('list', { name: 'Saved filters' });
	const applied = page.getByRole('status');
	// Not by Escape: a tooltip that has just come up would take the first one.
	const close = async () => {
		await dialog.getByRole('button', { name: 'Close' }).click();
		await expect.element(dialog).not.toBeInTheDocument();
	};

	await page.getByRole('button', { name: 'Saved filters' }).click();
	await expect.element(dialog.getByText('Write a filter first')).toBeVisible();
	await close();

	await field.fill('status:4xx');
	await expect.element(applied).toHaveTextContent('status:4xx');
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await dialog.getByRole('textbox', { name: 'Name' }).fill('Refusals');
	await dialog.getByRole('button', { name: 'Save', exact: true }).click();
	await expect.element(list.getByRole('button', { name: 'Refusals status:4xx' })).toBeVisible();
	await close();

	await field.fill('status:400..');
	await expect.element(applied).toHaveTextContent('status:400..');
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await dialog.getByRole('textbox', { name: 'Name' }).fill('Refusals');
	await dialog.getByRole('button', { name: 'Replace' }).click();
	const refusals = list.getByRole('button', { name: 'Refusals status:400..' });
	await expect.element(refusals).toBeVisible();
	await close();

	await field.fill('');
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await refusals.click();
	await expect.element(field).toHaveValue('status:400..');

	await page.getByRole('button', { name: 'Saved filters' }).click();
	await dialog.getByRole('button', { name: 'Delete Refusals' }).click();
	await expect.element(list).not.toBeInTheDocument();
});
