import { expect, test } from '@playwright/test';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { expectAudioBothWays, watchPeerConnections } from './support/peer-connections.ts';

// A browser as a newcomer has it: no flag for loopback, permissions or autoplay; real clicks only.

test('the test tone is heard on both sides', async ({ page }) => {
	await watchPeerConnections(page);
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.callAndAnswer();
	await expectAudioBothWays(page, 2);
	await expect
		.poll(async () =>
			Number(await desk.phone('Bob').getByRole('meter').getAttribute('aria-valuenow'))
		)
		.toBeGreaterThan(0);
	await desk.press('Bob', 'Hang up');
	await expect(desk.phone('Alice').getByRole('article')).toHaveCount(0);
});

test.describe('with a microphone that was granted', () => {
	// A machine of tests has none: the flag puts one in, and changes nothing else.
	test.use({
		launchOptions: async ({ launchOptions }, use) =>
			use({
				...launchOptions,
				args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream']
			}),
		permissions: ['microphone']
	});

	test('it is heard on both sides', async ({ page, baseURL }) => {
		await watchPeerConnections(page);
		const desk = new Desk(page);
		const proxy = `${new URL(baseURL ?? '').host}/sip`;
		for (const [name, extension] of [
			['Alice', '101'],
			['Bob', '102']
		] as const) {
			await addPhone(page, { name, extension, proxy, voice: 'microphone' });
			await desk.openLiveTrace();
			await expect(desk.phone(name).getByText('registered')).toBeVisible();
		}
		await desk.callAndAnswer();
		await expectAudioBothWays(page, 2);
		await desk.press('Bob', 'Hang up');
		await expect(desk.phone('Alice').getByRole('article')).toHaveCount(0);
	});
});
