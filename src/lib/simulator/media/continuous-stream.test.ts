import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContinuousStream } from './continuous-stream.ts';

const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });

test('wherever sources begin, what comes out counts on without a gap', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(u32, u16, u32, fc.integer({ min: 1, max: 5 }))), (sources) => {
			const stream = new ContinuousStream();
			const numbers = sources.flatMap(([ssrc, first, timestamp, count], at) =>
				Array.from({ length: count }, (_, packet) =>
					stream.next({
						ssrc: (ssrc & ~1) + (at % 2),
						sequenceNumber: (first + packet) & 0xffff,
						timestamp: (timestamp + packet * 960) >>> 0
					})
				)
			);
			numbers.forEach(({ sequenceNumber, timestamp }, at) => {
				expect(sequenceNumber).toBe((at + 1) & 0xffff);
				expect(timestamp).toBe(((at + 1) * 960) >>> 0);
			});
		})
	);
});

test('a packet that comes late keeps its place', () => {
	const stream = new ContinuousStream();
	const next = (sequenceNumber: number) =>
		stream.next({ ssrc: 1, sequenceNumber, timestamp: sequenceNumber * 960 }).sequenceNumber;
	expect([next(10), next(12), next(11), next(13)]).toEqual([1, 3, 2, 4]);
});
