import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from '../../tests/e2e/support/add-phone.ts';
import { generateEntries } from '../generate.ts';
import { benchApp } from './bench-app.ts';
import { bundle } from './bundle.ts';

const SECONDS = 60;
const PER_SECOND = 1_000;
/** Frames that are sent at once; a socket hands each to the page by itself. */
const BURST = 10;

/** A header field of what is sent, by which it is known again. */
const NUMBER = 'X-Number';

export interface LiveCapture {
	/** Milliseconds, at the 99th percentile of the tasks that took one at least. */
	task: number;
	/** The most messages by which the view was behind what had been sent, second by second. */
	behind: number;
	/** Sent, and not in storage when all was over. */
	lost: number;
}

/** Sends a phone a thousand messages a second for a minute, and looks at its ladder meanwhile. */
export async function captureLive(): Promise<LiveCapture> {
	const edge = await createSimulator();
	const page = await (await benchApp()).newPage();
	try {
		await addPhone(page, { name: 'Alice', proxy: edge.proxy });
		await page.getByText('registered').first().waitFor();
		await page
			.getByRole('link', { name: /Live trace|^Live/ })
			.first()
			.click();
		await page.getByRole('listbox', { name: 'Ladder' }).waitFor();
		const before = await counted(page);
		const session = await page.context().newCDPSession(page);
		const tasks: Task[] = [];
		session.on('Tracing.dataCollected', ({ value }) => tasks.push(...tasksIn(value)));
		await session.send('Tracing.start', {
			transferMode: 'ReportEvents',
			traceConfig: { includedCategories: ['toplevel'] }
		});
		const behind = await send(edge, page, before);
		const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
		await session.send('Tracing.end');
		await complete;
		await page.waitForTimeout(2_000);
		const lost = SECONDS * PER_SECOND - (await storedNumbers(page));
		return { task: percentile(busiestThread(tasks), 0.99), behind, lost };
	} finally {
		await page.close();
		await edge.close();
	}
}

async function send(edge: HostedSimulator, page: Page, before: number): Promise<number> {
	const [connection] = edge.connections();
	if (!connection) throw new Error('The phone has no connection.');
	const texts = ignoredTexts(SECONDS * PER_SECOND);
	const begun = performance.now();
	let behind = 0;
	for (let sent = 0; sent < texts.length;) {
		for (const end = sent + BURST; sent < end; sent++)
			edge.simulator.send(connection.id, texts[sent] ?? '');
		const due = begun + (sent / PER_SECOND) * 1_000 - performance.now();
		if (due > 0) await wait(due);
		if (sent % PER_SECOND === 0) behind = Math.max(behind, before + sent - (await counted(page)));
	}
	return behind;
}

/** What the SDK takes no notice of: answers to nothing that it asked. */
function ignoredTexts(count: number): string[] {
	const texts: string[] = [];
	for (const { text } of generateEntries(3 * count)) {
		if (!text?.startsWith('SIP/2.0')) continue;
		texts.push(text.replace('\r\n', `\r\n${NUMBER}: ${texts.length}\r\n`));
		if (texts.length === count) break;
	}
	return texts;
}

/** Messages that the view tells of. */
async function counted(page: Page): Promise<number> {
	const words = await page
		.getByText(/^[\d,]+ messages?$/)
		.first()
		.textContent();
	return Number(words?.replace(/\D/g, ''));
}

/** How many of the messages that were sent are in storage. */
async function storedNumbers(page: Page): Promise<number> {
	await page.evaluate(await bundle('in-page.ts', 'bench'));
	return (await page.evaluate(`bench.countNumbers('${NUMBER}')`)) as number;
}

/** A task of a thread, in milliseconds. */
interface Task {
	thread: string;
	milliseconds: number;
}

/** The tasks that took a millisecond at least. */
function tasksIn(events: readonly unknown[]): Task[] {
	const tasks = events as readonly { name: string; pid: number; tid: number; dur?: number }[];
	return tasks
		.filter(({ name, dur = 0 }) => name === 'ThreadControllerImpl::RunTask' && dur >= 1_000)
		.map(({ pid, tid, dur = 0 }) => ({ thread: `${pid} ${tid}`, milliseconds: dur / 1_000 }));
}

/** All threads of the browser are traced; the one with most to do is the page's main thread. */
function busiestThread(tasks: readonly Task[]): number[] {
	const threads = [...new Set(tasks.map(({ thread }) => thread))];
	const busy = threads.map((one) =>
		tasks.filter(({ thread }) => thread === one).map(({ milliseconds }) => milliseconds)
	);
	const total = (durations: readonly number[]) => durations.reduce((sum, one) => sum + one, 0);
	return busy.reduce((most, own) => (total(own) > total(most) ? own : most), []);
}

function percentile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}
