import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geometryOf, wordsPlace } from './geometry.ts';

test('lanes stand apart, on whole pixels, inside the drawing, right of the times', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 40 }),
			fc.integer({ min: 0, max: 4000 }),
			fc.constantFrom(1, 1.25, 2, 3),
			(count, view, zoom) => {
				const { width, gutter, lanes, pitch } = geometryOf(count, view, zoom);
				expect(lanes).toHaveLength(count);
				expect(width).toBeGreaterThanOrEqual(view);
				expect(lanes.every((x) => Number.isInteger(x) && x > gutter && x < width)).toBe(true);
				for (const [index, x] of lanes.slice(1).entries())
					expect(x - (lanes[index] ?? 0)).toBe(pitch);
				expect(pitch).toBeGreaterThanOrEqual(40);
			}
		)
	);
});

test('as long as lanes fit, nothing is wider than the view', () => {
	expect(geometryOf(3, 700).width).toBe(700);
	expect(geometryOf(3, 484).width).toBe(484);
	expect(geometryOf(8, 600).width).toBe(600);
	expect(geometryOf(20, 600).width).toBeGreaterThan(600);
	expect(geometryOf(3, 700, 2).width).toBeGreaterThan(700);
});

test('words stand in the view, whatever of their arrow does', () => {
	const ends = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 40, max: 2000 }));
	fc.assert(
		fc.property(ends, fc.integer({ min: 0, max: 3000 }), ([left, length], scrolled) => {
			const view = { left: scrolled, right: scrolled + 600 };
			const place = wordsPlace({ left, right: left + length }, view);
			expect(place.left).toBeGreaterThanOrEqual(view.left);
			expect(place.right).toBeLessThanOrEqual(view.right);
			const isInView = left < view.right - 160 && left + length > view.left + 160;
			if (isInView) expect(place.right - place.left).toBeGreaterThanOrEqual(140);
		})
	);
});
