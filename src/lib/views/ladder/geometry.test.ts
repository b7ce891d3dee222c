import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geometryOf } from './geometry.ts';

test('lanes stand apart, on whole pixels, inside the drawing, right of the times', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 40 }),
			fc.integer({ min: 0, max: 4000 }),
			(count, view) => {
				const { width, gutter, lanes, pitch } = geometryOf(count, view);
				expect(lanes).toHaveLength(count);
				expect(width).toBeGreaterThanOrEqual(view);
				expect(lanes.every((x) => Number.isInteger(x) && x > gutter && x < width)).toBe(true);
				for (const [index, x] of lanes.slice(1).entries())
					expect(x - (lanes[index] ?? 0)).toBe(pitch);
				expect(pitch).toBeGreaterThanOrEqual(150);
			}
		)
	);
});

test('as long as lanes fit, nothing is wider than the view', () => {
	expect(geometryOf(3, 700).width).toBe(700);
	expect(geometryOf(3, 484).width).toBe(484);
	expect(geometryOf(6, 480).width).toBeGreaterThan(480);
});
