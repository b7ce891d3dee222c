import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { bundle } from '../../bench/browser/bundle.ts';
import { Desk } from './support/desk.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** A call that is over; the ladder is shown, and no frame is to come. */
async function afterCall(page: Page): Promise<void> {
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.callUntilOver();
}

/** Without the picker, which belongs to the system, files are downloads. */
async function withoutPicker(page: Page): Promise<void> {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('button', { name: button, exact: true }).click()
	]);
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const all = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map(([, one]) => one ?? '');

/** What tells of people and machines in a trace that is as it was on the wire. */
function originalsIn(text: string): string[] {
	const addresses = all(text, /candidate:\S+ \d \S+ \d+ ([\da-f.:]+) /g);
	return [
		...['Alice', 'Bob'],
		...all(text, /username=\\"(\d+)\\"/g),
		...all(text, /response=\\"([^"\\]+)\\"/g),
		...all(text, / nonce=\\"([^"\\]+)\\"/g),
		...all(text, /a=ice-pwd:([^\\]+)/g),
		...addresses.filter(
			(address) => !/^(127\.|0\.0\.0\.0|192\.0\.2\.|::1?$|2001:db8:)/.test(address)
		)
	];
}

test('a call goes out redacted, with nothing left of the originals, and opens again', async ({
	page
}) => {
	await withoutPicker(page);
	await afterCall(page);
	await page.keyboard.press('e');
	await expect(dialog(page).getByRole('region', { name: 'What is replaced' })).toContainText(
		'2 names'
	);
	await expect(dialog(page).getByRole('table')).toContainText('As exported');
	const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	const redacted = await download(page, 'Export');
	expect(redacted.name).toMatch(/^trace-[\d-]+-redacted\.sipscope\.json$/);
	await expect(dialog(page).getByText(/^Nothing of \d+ originals is left\. Saved/)).toBeVisible();

	await dialog(page).getByRole('radio', { name: 'Export unredacted' }).check();
	await expect(dialog(page).getByText('Everything goes out as it was on the wire.')).toBeVisible();
	const exact = await download(page, 'Export unredacted');
	await expect(dialog(page).getByText(/^Exported as it is\. Saved/)).toBeVisible();

	const originals = originalsIn(exact.text);
	expect(originals.length).toBeGreaterThan(8);
	for (const original of originals) expect(redacted.text).not.toContain(original);
	const kinds = (text: string) =>
		(JSON.parse(text) as { entries: { kind: string }[] }).entries.map(({ kind }) => kind);
	expect(kinds(redacted.text)).toEqual(kinds(exact.text));

	await page.goto('/traces');
	await page.getByLabel('Files to open').setInputFiles({
		name: redacted.name,
		mimeType: 'application/json',
		buffer: Buffer.from(redacted.text)
	});
	await page.waitForURL(/\/traces\/.+\/ladder/);
	const count = kinds(exact.text).filter((kind) => kind === 'message').length;
	await expect(page.getByText(`Sipscope trace, ${count} messages.`)).toBeVisible();
});

test('by keyboard alone one call goes out as JSON Lines, to where the browser was told', async ({
	page
}) => {
	await page.addInitScript(() => {
		const pick = async ({ suggestedName }: { suggestedName: string }) =>
			(await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
		Object.assign(window, { showSaveFilePicker: pick });
	});
	await afterCall(page);
	await page.getByRole('listbox', { name: 'Ladder' }).focus();
	await page.keyboard.press('k');
	await expect(page.getByRole('article', { name: 'Details of the message' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('export');
	await page.keyboard.press('Enter');
	await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused();
	await page.keyboard.press('Tab');
	const what = dialog(page).getByRole('combobox');
	await expect(what).toBeFocused();
	await page.keyboard.type('The message');
	await expect(what).toHaveValue('message');
	await page.keyboard.press('Tab');
	await expect(dialog(page).getByRole('radio', { name: 'Replace it' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(dialog(page).getByRole('radio', { name: /^Sipscope trace \./ })).toBeFocused();
	await page.keyboard.press('ArrowUp');
	const lines = dialog(page).getByRole('radio', { name: /JSON Lines/ });
	await expect(lines).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(dialog(page).getByRole('region', { name: 'What goes out' })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const saved = dialog(page).getByText(/Saved as/);
	await expect(saved).toBeVisible();
	const [, name = ''] = /Saved as (\S+)\.$/.exec((await saved.textContent()) ?? '') ?? [];
	const text = await page.evaluate(async (name) => {
		const file = await (await navigator.storage.getDirectory()).getFileHandle(name);
		return (await file.getFile()).text();
	}, name);
	const messages = text.split('\n').filter((line) => line.includes('"kind":"message"'));
	expect(messages).toHaveLength(1);
	expect(text).not.toMatch(/Alice|Bob/);
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
});

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

test('a message is copied redacted, exactly when asked to, and one field of it as it is', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await afterCall(page);
	await page.getByRole('combobox', { name: 'Filter messages' }).fill('method:INVITE status:2xx');
	await expect(page.getByText(/^2 of \d+ messages$/).first()).toBeVisible();
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option')).toHaveCount(2);
	await ladder.getByRole('option').first().click();
	const details = page.getByRole('article', { name: 'Details of the message' });
	await expect(details).toBeVisible();
	await page.keyboard.press('x');
	await expect(details.getByText(/^Copied the message exactly as it is/)).toBeVisible();
	const exact = await copied();
	await page.keyboard.press('y');
	await expect(details.getByText(/^Copied the message, with numbers/)).toBeVisible();
	const redacted = await copied();
	expect(redacted).not.toBe(exact);
	expect(redacted.split('\r\n')).toHaveLength(exact.split('\r\n').length);
	const [, password = ''] = /a=ice-pwd:(\S+)/.exec(exact) ?? [];
	expect(password).not.toBe('');
	expect(redacted).not.toContain(password);

	await details.getByRole('tab', { name: 'Headers' }).click();
	await details.getByRole('button', { name: 'Copy CSeq', exact: true }).click();
	await expect(details.getByText('Copied CSeq, as it is')).toBeVisible();
	expect(exact.split('\r\n')).toContain(await copied());
});
