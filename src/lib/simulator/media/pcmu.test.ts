import { describe, expect, test } from 'vitest';
import { durationOf, keyTones, RINGBACK } from '../core/sounds.ts';
import { mulaw, pcmuOf } from './pcmu.ts';

/** The decoder of ITU-T G.711, written the other way round. */
function linear(byte: number): number {
	const inverted = ~byte & 0xff;
	const magnitude = (((inverted & 0x0f) << 3) + 132) << ((inverted >> 4) & 7);
	return (inverted & 0x80 ? -1 : 1) * (magnitude - 132);
}

/** How much of a frequency there is in samples of 8 kHz (Goertzel). */
function strengthOf(hertz: number, samples: readonly number[]): number {
	const step = (2 * Math.PI * hertz) / 8000;
	const sum = (wave: (angle: number) => number) =>
		samples.reduce((total, sample, at) => total + sample * wave(step * at), 0);
	return Math.hypot(sum(Math.cos), sum(Math.sin)) / samples.length;
}

describe('a sample', () => {
	test.each([
		[0, 0xff],
		[32_635, 0x80],
		[-32_635, 0x00],
		[1_000_000, 0x80]
	])('of %i is %i', (sample, byte) => {
		expect(mulaw(sample)).toBe(byte);
	});

	test('comes back within a thirtieth of what it was', () => {
		for (let sample = -32_000; sample <= 32_000; sample += 97) {
			expect(Math.abs(linear(mulaw(sample)) - sample)).toBeLessThan(Math.abs(sample) / 30 + 5);
		}
	});
});

describe('a sound', () => {
	test('lasts as long as it says, at 8 kHz', () => {
		expect(pcmuOf(RINGBACK)).toHaveLength(durationOf(RINGBACK) * 8);
	});

	test('of a key has that key’s two frequencies, and no other', () => {
		const samples = [...pcmuOf(keyTones('5')).subarray(0, 1200)].map(linear);
		const keys = [697, 770, 852, 941, 1209, 1336, 1477, 1633];
		const heard = keys.filter((hertz) => strengthOf(hertz, samples) > 1000);
		expect(heard).toEqual([770, 1336]);
	});

	test('of what is no key is none', () => {
		expect(pcmuOf(keyTones('x'))).toHaveLength(800);
	});
});
