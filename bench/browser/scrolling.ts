import type { CDPSession, Page } from '@playwright/test';

const FRAMES = 150;
/** Pixels that a frame scrolls by: most of what is seen is new. */
const STEP = 520;
/** Every so many frames the scroll bar is dragged to another place. */
const LEAP_EVERY = 10;

/** Milliseconds that the main thread works for a scrolled frame, at the 95th percentile. */
export async function scrolledFrame(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const costs: number[] = [];
	for (let frame = 0; frame < FRAMES; frame++) {
		const leap = frame % LEAP_EVERY === 0 ? (frame * 0.618) % 1 : undefined;
		const before = await taskSeconds(session);
		await page.evaluate(scrollOnce, { step: STEP, leap });
		costs.push(1_000 * ((await taskSeconds(session)) - before));
	}
	await session.detach();
	return costs.sort((a, b) => a - b)[Math.floor(FRAMES * 0.95)] ?? Number.NaN;
}

/** Of all that the main thread did: scripts, layout, painting. */
async function taskSeconds(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Runs in the page: scrolls, and resolves when the frame has been drawn. */
async function scrollOnce({ step, leap }: { step: number; leap: number | undefined }) {
	const list = document.querySelector('[role="listbox"]');
	if (!list) throw new Error('There is no list to scroll.');
	if (leap === undefined) list.scrollTop += step;
	else list.scrollTop = leap * (list.scrollHeight - list.clientHeight);
	await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}
