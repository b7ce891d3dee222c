import type { Page } from '@playwright/test';

/**
 * Freezes a page: none of its timers fires, and none of its code runs. A headless browser takes the
 * command and goes on all the same, so the debugger stops it too.
 *
 * @returns lets it go on
 */
export async function freeze(page: Page): Promise<() => Promise<void>> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await devtools.send('Debugger.enable');
	const stopped = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
	await devtools.send('Debugger.pause');
	await stopped;
	return async () => {
		await devtools.send('Debugger.resume');
		await devtools.send('Debugger.disable');
		await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	};
}
