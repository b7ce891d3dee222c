import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';

test('where ICE finds no address, the page says so', async ({ page }) => {
	// With relays alone allowed, and none there, nothing is left.
	await page.addInitScript(() => {
		window.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super({ ...configuration, iceTransportPolicy: 'relay' });
			}
		};
	});
	const desk = new Desk(page);
	await desk.tryWithSimulator();
	await desk.press('Alice', 'Call 102');
	await expect(desk.phone('Alice').getByText(/No network address found by ICE/)).toBeVisible();
});
