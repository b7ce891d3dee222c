import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../trace/instant.ts';
import { itemAfter, itemsOf } from './items.ts';
import { layout } from './layout.ts';
import { axisTimes, instantAt, panned, positionOf, zoomed } from './scale.ts';
import { lengthOf, type TimelineMark, type TimelineRow, type TimelineSpan } from './timeline.ts';

const span = (from: number, to: number, more: Partial<TimelineSpan> = {}): TimelineSpan => ({
	from,
	to,
	track: 'main',
	tone: 'good',
	look: 'solid',
	words: `from ${from}`,
	...more
});

const mark = (at: number, more: Partial<TimelineMark> = {}): TimelineMark => ({
	at,
	track: 'main',
	tone: 'good',
	shape: 'tick',
	words: `at ${at}`,
	many: 'refreshes',
	...more
});

const row = (
	spans: readonly TimelineSpan[],
	marks: readonly TimelineMark[] = [],
	id = 'row'
): TimelineRow => ({ id, name: id, group: '', spans, marks });

const drawn = (one: TimelineRow, from: number, to: number, width: number) => {
	const [only] = layout([one], { from, to }, width);
	return { spans: only?.spans ?? [], marks: only?.marks ?? [] };
};

test('spans lie where their times are, cut at the edges', () => {
	const { spans } = drawn(
		row([span(0, 50), span(60, 80), span(90, Infinity), span(300, 400)]),
		10,
		110,
		1000
	);
	expect(spans.map(({ x, width }) => [x, width])).toEqual([
		[0, 400],
		[500, 200],
		[800, 200]
	]);
});

test('before it has any width, nothing is drawn', () => {
	expect(drawn(row([span(0, Infinity)], [mark(5)]), 0, 10, 0)).toEqual({ spans: [], marks: [] });
});

test('what is too short to be seen is seen all the same; many of them are one', () => {
	const specks = Array.from({ length: 100 }, (_, index) => span(500 + index, 500.5 + index));
	const { spans } = drawn(row([...specks, span(900, 901)]), 0, 100_000, 100);
	expect(spans.map(({ x, width, count }) => [x, width, count])).toEqual([[0.5, 2, 101]]);
});

test('marks closer than a finger’s breadth are one, and the worst of them is told', () => {
	const refused = mark(57.5, { tone: 'bad', shape: 'diamond', words: '603' });
	const { marks } = drawn(row([], [mark(57), refused, mark(58), mark(90)]), 0, 100, 100);
	expect(marks.map(({ x, count, mark: { words } }) => [Math.round(x), count, words])).toEqual([
		[57, 3, '603'],
		[90, 1, 'at 90']
	]);
	const [item] = itemsOf(layout([row([], [mark(57), refused])], { from: 0, to: 100 }, 100));
	expect(item?.words).toBe('2 refreshes · 603');
});

test('however many there are, no more is drawn than there is room for', () => {
	const marks = Array.from({ length: 20_000 }, (_, index) => mark(index * 57 * SECOND));
	const spans = marks.map(({ at }) => span(at, at + SECOND));
	const [only] = layout([row(spans, marks)], { from: 0, to: 20_000 * 57 * SECOND }, 800);
	expect(only?.marks.length).toBeLessThanOrEqual(200);
	expect(only?.spans.length).toBeLessThanOrEqual(400);
	expect(only?.marks.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
});

test('keys lead along a row, and to what is nearest in the next', () => {
	const rows = [row([span(0, 10)], [mark(40)], 'one'), row([], [mark(2), mark(38)], 'two')];
	const items = itemsOf(layout(rows, { from: 0, to: 100 }, 100));
	const at = (key: string, from = items[0]) => itemAfter(items, from, key)?.id;
	expect(at('ArrowRight')).toBe('one mark 40');
	expect(at('ArrowLeft')).toBeUndefined();
	expect(at('ArrowDown', items[1])).toBe('two mark 38');
	expect(at('ArrowUp', items[2])).toBe('one main 0');
	expect(at('End')).toBe('one mark 40');
	expect(itemAfter(items, undefined, 'ArrowDown')?.id).toBe('two mark 38');
});

test('what happens at the same instant is told apart', () => {
	const spans = [span(0, 50, { track: 'below' }), span(0, 80, { track: 'below' })];
	const marks = [mark(40), mark(40, { track: 'below' })];
	const items = itemsOf(layout([row(spans, marks)], { from: 0, to: 100 }, 100));
	expect(new Set(items.map(({ id }) => id)).size).toBe(4);
});

const bounds = { from: 1_000 * SECOND, to: 1_000 * SECOND + 90 * MINUTE };
const anyWindow = fc
	.tuple(fc.nat(80 * MINUTE), fc.integer({ min: SECOND, max: 10 * MINUTE }))
	.map(([after, length]) => ({ from: bounds.from + after, to: bounds.from + after + length }));

test('zooming keeps what one points at in place, and stays within the trace', () => {
	fc.assert(
		fc.property(anyWindow, fc.double({ min: 0, max: 1, noNaN: true }), (window, part) => {
			const around = Math.round(window.from + part * lengthOf(window));
			const closer = zoomed(window, 2, around, bounds);
			expect(lengthOf(closer)).toBeCloseTo(lengthOf(window) / 2, -1);
			expect(positionOf(around, closer, 1)).toBeCloseTo(part, 3);
			const farther = zoomed(window, 1e-6, around, bounds);
			expect(farther).toEqual(bounds);
			for (const moved of [panned(window, 5, bounds), panned(window, -5, bounds)]) {
				expect(moved.from).toBeGreaterThanOrEqual(bounds.from);
				expect(moved.to).toBeLessThanOrEqual(bounds.to + 1);
				expect(lengthOf(moved)).toBe(lengthOf(window));
			}
		})
	);
});

test('a position is an instant, and an instant a position', () => {
	fc.assert(
		fc.property(anyWindow, fc.nat(1000), (window, x) => {
			expect(positionOf(instantAt(x, window, 1000), window, 1000)).toBeCloseTo(x, 2);
		})
	);
});

test('the axis has round times, not too close to each other', () => {
	const window = { from: bounds.from + 7 * SECOND, to: bounds.from + 67 * SECOND };
	const seconds = axisTimes(window, 600, bounds.from).map((at) => (at - bounds.from) / SECOND);
	expect(seconds).toEqual([10, 20, 30, 40, 50, 60]);
	expect(axisTimes(window, 0, bounds.from).length).toBeLessThan(3);
});
