import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOptions } from './stored-options.ts';

test('what was stored comes back', () => {
	const options = {
		events: false,
		folds: ['refresh', 'retransmission'],
		time: 'clock',
		slowFrom: 200_000,
		zoom: 2,
		lanes: {
			trace: { phones: 'phone', servers: 'address', order: ['server'], hidden: ['phone bob'] }
		}
	};
	expect(readOptions(JSON.stringify(options))).toEqual(options);
});

test('whatever else was stored, there are options', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
			const { folds, lanes, zoom } = readOptions(text);
			expect(Array.isArray(folds)).toBe(true);
			expect(zoom).toBeGreaterThanOrEqual(1);
			for (const choice of Object.values(lanes)) expect(Array.isArray(choice.hidden)).toBe(true);
		})
	);
	expect(readOptions('{"lanes":{"x":1,"y":{"order":[1,"a"]}},"folds":["dragons"]}')).toMatchObject({
		folds: [],
		lanes: { y: { phones: 'instance', servers: 'usual', order: ['a'], hidden: [] } }
	});
});
