import { expect, test } from '@playwright/test';
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
