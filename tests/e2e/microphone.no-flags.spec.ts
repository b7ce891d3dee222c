import { expect, test } from '@playwright/test';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { expectAudioBothWays, watchPeerConnections } from './support/peer-connections.ts';

// As `tone.no-flags.spec.ts`, with the microphone granted. A machine of tests has none: the one flag
// puts one in, and changes nothing else.
test.use({
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream']
		}),
	permissions: ['microphone']
});

test('the microphone is heard on both sides', async ({ page, baseURL }) => {
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
