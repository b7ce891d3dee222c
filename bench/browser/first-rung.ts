import { benchApp } from './bench-app.ts';

/** Milliseconds from the navigation to the first rung of a stored trace of so many messages. */
export async function firstRung(count: number): Promise<number> {
	const app = await benchApp();
	const path = await app.trace(count);
	const page = await app.newPage();
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (!document.querySelector('[role="listbox"][aria-label="Ladder"] [role="option"]')) return;
			observer.disconnect();
			performance.mark('first rung');
		}).observe(document, { subtree: true, childList: true });
	});
	await page.goto(path);
	const mark = await page.waitForFunction(
		() => performance.getEntriesByName('first rung')[0]?.startTime
	);
	const milliseconds = await mark.jsonValue();
	await page.close();
	return milliseconds ?? Number.NaN;
}
