import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import VirtualRowsStage from './VirtualRowsStage.test.svelte';

const COUNT = 3_000_000;

const list = () => page.getByRole('listbox').element() as HTMLElement;
const shown = () => [...document.querySelectorAll('[role="option"]')];
const isSeen = (element: Element) => {
	const [row, view] = [element.getBoundingClientRect(), list().getBoundingClientRect()];
	return row.top >= view.top && row.bottom <= view.bottom;
};
const seen = () =>
	shown()
		.filter(isSeen)
		.map((element) => Number(element.textContent));

test('more rows than any element is tall: both ends, the middle and each step between', async () => {
	const screen = await render(VirtualRowsStage, { count: COUNT });
	await expect.poll(() => seen()[0]).toBe(0);
	list().scrollTop = list().scrollHeight;
	await expect.poll(() => seen().at(-1)).toBe(COUNT - 1);
	list().scrollTop = list().scrollHeight / 2;
	await expect.poll(() => Math.abs((seen()[0] ?? 0) - COUNT / 2)).toBeLessThan(100);
	await screen.rerender({ selected: 2_345_678 });
	await expect.poll(seen).toContain(2_345_678);
	for (const selected of [2_345_679, 2_345_680, 0, COUNT - 1]) {
		await screen.rerender({ selected });
		await expect.poll(seen).toContain(selected);
	}
});

test('a turn of the wheel moves rows as far as in a short list', async () => {
	await render(VirtualRowsStage, { count: COUNT });
	await expect.poll(() => seen()[0]).toBe(0);
	list().scrollTop = list().scrollHeight / 3;
	await expect.poll(() => seen()[0]).toBeGreaterThan(900_000);
	const before = seen()[0] ?? 0;
	list().scrollTop += 40;
	await expect.poll(() => seen()[0]).toBe(before + 2);
});

test('Shift asks for all rows from where the selection began, by mouse and by keyboard', async () => {
	const asked: unknown[] = [];
	await render(VirtualRowsStage, {
		count: 9,
		selected: 2,
		onselect: (index: number, extend: boolean) => asked.push([index, extend])
	});
	await page.getByText('5', { exact: true }).click({ modifiers: ['Shift'] });
	await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}{ArrowUp}');
	await page.getByText('4', { exact: true }).click();
	expect(asked).toEqual([
		[5, true],
		[1, true],
		[1, false],
		[4, false]
	]);
	expect(getSelection()?.toString()).toBe('');
});
