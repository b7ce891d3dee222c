import { benchApp } from './bench-app.ts';
import { bundle } from './bundle.ts';

/** In no message, so that all are searched. */
const ABSENT = 'nothing-of-the-kind';

/** Milliseconds that the app takes to search the texts of so many messages, all of them at hand. */
export async function searchAll(count: number): Promise<number> {
	const page = await (await benchApp()).ladderOf(count);
	const field = page.getByRole('combobox', { name: 'Filter messages' });
	const begun = performance.now();
	await field.fill(ABSENT);
	await page.getByText('No message matches the filter').waitFor();
	const milliseconds = performance.now() - begun;
	await field.fill('');
	await page.getByRole('listbox', { name: 'Ladder' }).waitFor();
	return milliseconds;
}

/** What is allowed: three passes of `includes` over the same texts, and reading them from storage once. */
export async function searchAllowance(count: number): Promise<number> {
	const app = await benchApp();
	await app.trace(count);
	const page = await app.newPage();
	await page.goto('/traces');
	await page.evaluate(await bundle('in-page.ts', 'bench'));
	const least = (await page.evaluate(`bench.leastSearch('${count}', '${ABSENT}')`)) as {
		read: number;
		includes: number;
	};
	await page.close();
	return 3 * least.includes + least.read;
}
