import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { storedEntries } from './support/stored-trace.ts';

const IN_MEMORY = /Capture goes on in memory/;

async function expectRegistrationsDrawn(page: Page): Promise<void> {
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await expect(ladder.getByRole('option', { name: /200 OK/ }).first()).toBeVisible();
}

test('a full storage is told; what came meanwhile is stored once there is room', async ({
	page,
	baseURL
}) => {
	const session = await page.context().newCDPSession(page);
	const origin = new URL(baseURL ?? '').origin;
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await expect(page.getByText(IN_MEMORY)).toBeVisible();
	await expect(page.getByText(/full/)).toBeVisible();
	await expectRegistrationsDrawn(page);

	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await expect(page.getByText(IN_MEMORY)).toBeHidden({ timeout: 40_000 });
	await expect
		.poll(async () => (await storedEntries(page)).map(({ seq }) => seq).slice(0, 12))
		.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a browser that allows no storage is told, and shows everything all the same', async ({
	launchOptions,
	baseURL
}) => {
	const profile = await mkdtemp(join(tmpdir(), 'sipscope-profile-'));
	// As the person does who blocks all site data in Chromium's settings.
	const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
	await mkdir(join(profile, 'Default'));
	await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL });
	try {
		const page = await context.newPage();
		await new Desk(page).tryWithSimulator();
		await expect(page.getByText(IN_MEMORY)).toBeVisible();
		await expectRegistrationsDrawn(page);
	} finally {
		await context.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});
