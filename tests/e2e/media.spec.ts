import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { expectToHear } from './support/heard-pitches.ts';
import { expectIceRestart, watchPeerConnections } from './support/peer-connections.ts';

/** What the phones themselves say: their test tones. */
const CALLER = 440;
const CALLEE = 523;
const RINGBACK = [440, 480];
/** The lowest and the highest note of the music on hold. */
const MUSIC = [262, 392];
const BEEP = 1000;

let desk: Desk;

test.beforeEach(async ({ page }) => {
	await watchPeerConnections(page);
	desk = new Desk(page);
	await desk.tryWithSimulator();
});

test.afterEach(async () => {
	await desk.dispose('Alice');
	await desk.dispose('Bob');
});

test('a call is bridged, held with music, and transferred', async ({ page }) => {
	await desk.press('Alice', 'Call 102');
	await expectToHear(page, 0, ...RINGBACK);
	await desk.press('Bob', 'Answer');
	await expectToHear(page, 0, CALLEE);
	await expectToHear(page, 1, CALLER);

	await desk.press('Bob', 'Hold');
	for (const note of MUSIC) await expectToHear(page, 0, note);
	await desk.press('Bob', 'Resume');
	await expectToHear(page, 0, CALLEE);

	// With a new ICE session, as after a change of network.
	await expectIceRestart(page, 1, () => desk.choose('Bob', 'More for this call', 'Re-INVITE'));
	await expectToHear(page, 0, CALLEE);
	await expectToHear(page, 1, CALLER);

	await desk.choose('Bob', 'More for this call', 'Transfer …');
	await desk
		.phone('Bob')
		.getByRole('textbox', { name: /^Transfer/ })
		.fill('*11');
	await desk.press('Bob', 'Transfer');
	await expect(desk.phone('Bob').getByRole('article')).toHaveCount(0);
	// The number is an echo: the caller hears its own tone.
	await expectToHear(page, 0, CALLER);
	await desk.press('Alice', 'Hang up');
});

test('a call goes to voicemail, which greets and beeps', async ({ page }) => {
	await desk.press('Alice', 'Call 102');
	await desk.choose('Bob', 'More for this call', 'To voicemail');
	await expectToHear(page, 0, BEEP);
	await expect(desk.phone('Bob').getByRole('article')).toHaveCount(0);
	await desk.press('Alice', 'Hang up');
});

test('keys are understood, and read back', async ({ page }) => {
	await desk.phone('Alice').getByLabel('Number to call from Alice').fill('*13');
	await desk.press('Alice', 'Call');
	// It asks for keys: whoever hears that is connected, and will not miss the answer, which comes once.
	await expectToHear(page, 0, 880);
	await desk.press('Alice', 'Keypad');
	await page.getByRole('dialog', { name: 'Keypad' }).getByRole('button', { name: '5' }).click();
	await expectToHear(page, 0, 770, 1336);
	await page.keyboard.press('Escape');
	await desk.press('Alice', 'Hang up');
});
