import { expect, test, type Locator, type Page } from '@playwright/test';
import { Desk } from './support/desk.ts';

/** Alice has called Bob and hung up; the list of messages is shown. */
async function afterCall(page: Page): Promise<Locator> {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.callAndAnswer();
	await desk.press('Alice', 'Hang up');
	await page.getByRole('link', { name: 'Messages', exact: true }).click();
	const list = page.getByRole('listbox', { name: 'Messages' });
	await expect(list.getByRole('option', { name: /BYE/ }).first()).toBeVisible();
	return list;
}

const details = (page: Page) => page.getByRole('article', { name: 'Details of the message' });

test('credentials prove the phone’s own password, and not another', async ({ page }) => {
	const list = await afterCall(page);
	await list
		.getByRole('option', { name: /INVITE.*with credentials/ })
		.first()
		.click();
	await details(page).getByRole('tab', { name: 'Digest' }).click();
	await expect(details(page).getByText('The password is the one that was used')).toBeVisible();
	await details(page).getByLabel('Another password').fill('wrong');
	await expect(details(page).getByText('Another password was used')).toBeVisible();

	await details(page).getByRole('tab', { name: 'Headers' }).click();
	await expect(
		details(page).getByRole('link', { name: 'RFC 3261 §20.42' }).first()
	).toHaveAttribute('href', 'https://www.rfc-editor.org/rfc/rfc3261#section-20.42');
});

test('what the SDK saw of an INVITE to which it made up a tag', async ({ page }) => {
	const list = await afterCall(page);
	await list
		.getByRole('option', { name: /INVITE.*Cmd 6/ })
		.first()
		.click();
	await details(page).getByRole('tab', { name: 'SDK saw' }).click();
	await expect(details(page).getByText(/adds one that it makes up/)).toBeVisible();
});

test('a message beside the one before, by key, by link, and back', async ({ page }) => {
	const list = await afterCall(page);
	await list
		.getByRole('option', { name: /INVITE.*with credentials/ })
		.first()
		.click();
	await page.keyboard.press('d');
	const diff = page.getByRole('region', { name: 'Difference of two messages' });
	await expect(diff.getByRole('row', { name: /added Proxy-Authorization/i })).toBeVisible();
	await expect(page).toHaveURL(/compare=\d+/);
	await page.keyboard.press('Escape');
	await expect(diff).not.toBeVisible();
	await page.goBack();
	await expect(diff).toBeVisible();
});

test('a bookmark and a note outlive the page', async ({ page }) => {
	const list = await afterCall(page);
	await list.getByRole('option', { name: /BYE/ }).first().click();
	await details(page)
		.getByRole('button', { name: /^Bookmark this message/ })
		.click();
	await details(page)
		.getByRole('button', { name: /^Write a note/ })
		.click();
	await page.getByRole('textbox', { name: 'Note on this message' }).fill('who hung up?');
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Note on this message' })).toHaveValue(
		'who hung up?'
	);
	const notes = page.getByRole('region', { name: 'Bookmarks and notes' });
	await expect(notes.getByRole('button', { name: /bookmarked, note: who hung up/ })).toBeVisible();
});

test('the calls in a table, each a step from its ladder', async ({ page }) => {
	await afterCall(page);
	await page.getByRole('link', { name: 'Calls', exact: true }).click();
	const calls = page.getByRole('listbox', { name: 'Calls' });
	await calls.getByRole('option', { name: /101.*calls.*102/ }).click();
	await expect(page.getByRole('article', { name: 'Details of the call' })).toContainText(
		'Post-dial delay'
	);
	await calls.press('Enter');
	await expect(page).toHaveURL(/\/ladder\?call=/);
	await expect(page.getByRole('listbox', { name: 'Ladder' })).toBeVisible();
});
