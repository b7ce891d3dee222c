import { expect, test } from '@playwright/test';
import { bundle } from '../../bench/browser/bundle.ts';
import { generateEntries } from '../../bench/generate.ts';

const COUNT = 60_000;
const TOTAL = '60,000 messages';

test('a large trace opens, scrolls to its end, filters, searches and shows a call, all of it exact', async ({
	page
}) => {
	const texts = [...generateEntries(COUNT)].map(({ text = '' }) => text);
	await page.goto('/traces');
	await page.evaluate(await bundle('in-page.ts', 'bench'));
	await page.evaluate(`bench.fill('large', ${COUNT})`);
	await page.goto('/traces/large/ladder');
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option').first()).toBeVisible();
	await expect(page.getByText(TOTAL, { exact: true }).first()).toBeVisible();

	await page.getByRole('link', { name: 'Messages', exact: true }).click();
	const list = page.getByRole('listbox', { name: 'Messages' });
	await list.focus();
	await page.keyboard.press('End');
	await expect(page).toHaveURL(new RegExp(`message=${COUNT - 1}`));
	await expect(list.getByRole('option', { selected: true })).toBeInViewport();
	const details = page.getByRole('article', { name: 'Details of the message' });
	await expect(details).toContainText(callIdOf(texts[COUNT - 1]));

	const filter = page.getByRole('combobox', { name: 'Filter messages' });
	const shows = (wanted: (text: string) => boolean) => {
		const count = texts.filter(wanted).length.toLocaleString('en');
		return expect(page.getByText(`${count} of ${TOTAL}`, { exact: true })).toBeVisible();
	};
	await filter.fill('method:BYE status:2xx');
	await shows((text) => text.startsWith('SIP/2.0 2') && /\r\nCSeq: \d+ BYE\r\n/.test(text));

	const callId = callIdOf(texts.findLast((text) => text.startsWith('BYE ')));
	await filter.fill(`"${callId}"`);
	await shows((text) => text.includes(callId));
	await list.getByRole('option').first().click();
	await expect(details).toContainText(callId);

	await filter.fill('');
	await page.goto(`/traces/large/ladder?call=${encodeURIComponent(callId)}`);
	await expect(page.getByRole('link', { name: 'Whole trace' }).first()).toBeVisible();
	await expect(ladder.getByRole('option', { name: /sends BYE/ })).toBeVisible();
});

function callIdOf(text = ''): string {
	return /\r\nCall-Id: ([^\r]*)/i.exec(text)?.[1] ?? 'no Call-ID';
}
