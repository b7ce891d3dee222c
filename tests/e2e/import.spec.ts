import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { storedEntries, type StoredEntry } from './support/stored-trace.ts';

const ADDRESS = 'http://127.0.0.1:4180';

/** The messages that one socket or one phone saw are in order; between them, files tell less. */
function frames(entries: readonly StoredEntry[]): string[] {
	return entries
		.filter(({ kind }) => kind === 'message')
		.map(({ direction, text }) => `${direction} ${text}`)
		.toSorted();
}

async function open(page: Page, path: string): Promise<void> {
	await page.goto(`${ADDRESS}/traces`);
	await page.getByLabel('Files to open').setInputFiles(path);
	await page.waitForURL(/\/traces\/.+\/ladder/);
}

/** Whoever drops or pastes before the page has begun reaches nobody. */
async function openTraces(page: Page): Promise<void> {
	await page.goto('/traces');
	await expect(page.getByRole('button', { name: 'Open a file…' }).first()).toBeVisible();
}

async function drop(page: Page, name: string, text: string): Promise<void> {
	const data = await page.evaluateHandle(
		([name, text]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([text], name));
			return transfer;
		},
		[name, text] as const
	);
	await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
	await expect(page.getByText('Drop to open')).toBeVisible();
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a call, as the console and the HAR of a real browser have it, opens as it was', async ({
	browser
}, info) => {
	const recordHar = { path: info.outputPath('call.har') };
	const context = await browser.newContext({ recordHar });
	const page = await context.newPage();
	const printed: string[] = [];
	page.on('console', (message) => printed.push(`${message.location().url}:1 ${message.text()}`));
	const desk = new Desk(page, ADDRESS);
	await desk.tryWithSimulator();
	await desk.callUntilOver();
	const printedFrames = () => printed.filter((text) => /Sending\.{3}|Receiving\.{3}/.test(text));
	await expect
		.poll(async () => frames(await storedEntries(page)).length)
		.toBe(printedFrames().length);
	const said = frames(await storedEntries(page));
	await context.close();

	const log = info.outputPath('127.0.0.1-1764000000000.log');
	await writeFile(log, printed.join('\n'));
	for (const [path, format] of [
		[log, 'Browser console log'],
		[recordHar.path, 'HTTP archive (HAR)']
	] as const) {
		const fresh = await browser.newContext();
		const reader = await fresh.newPage();
		await open(reader, path);
		await expect(reader.getByText(`${format}, ${said.length} messages.`)).toBeVisible();
		expect(frames(await storedEntries(reader))).toEqual(said);
		await expect(reader.getByRole('option', { name: /INVITE/ }).first()).toBeVisible();
		await fresh.close();
	}
	expect(await readFile(log, 'utf8')).toContain('Sending...');
});

test('what is dropped or pasted opens too; what is no trace is refused in words', async ({
	page
}) => {
	const message = 'OPTIONS sip:102@example.com SIP/2.0\nCall-ID: pasted\nContent-Length: 0\n\n';
	await openTraces(page);
	await drop(page, 'holiday.har', message);
	await page.waitForURL(/\/traces\/.+\/ladder/);
	await expect(page.getByText('SIP messages as text, 1 message.')).toBeVisible();
	await page.getByRole('button', { name: 'Dismiss holiday.har' }).click();

	await openTraces(page);
	await page.evaluate((text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}, message);
	await page.waitForURL(/\/traces\/.+\/ladder/);

	await openTraces(page);
	await drop(page, 'letter.log', 'Dear support, my phone does not ring.');
	await expect(page.getByRole('alert')).toContainText(
		'letter.log was not opened. This is no file that Sipscope knows.'
	);
	await expect(page.getByRole('link', { name: 'letter.log' })).toHaveCount(0);
});
