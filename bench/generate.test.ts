import { describe, expect, test } from 'vitest';
import { parseMessage } from '../src/lib/sip/message.ts';
import { meetsTarget } from './benchmark.ts';
import { generateEntries } from './generate.ts';

describe('generateEntries', () => {
	const entries = [...generateEntries(3_000)];

	test('is the same in every run, and another for another seed', () => {
		expect([...generateEntries(3_000)]).toEqual(entries);
		expect([...generateEntries(10, 2)]).not.toEqual(entries.slice(0, 10));
	});

	test('counts from 0, with time going on', () => {
		expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i));
		for (const [i, { at }] of entries.entries())
			expect(at).toBeGreaterThan(entries[i - 1]?.at ?? 0);
	});

	test('holds sound messages of 1 KB on average', () => {
		const messages = entries.map(({ text = '' }) => parseMessage(text));
		expect(messages.flatMap(({ problems }) => problems)).toEqual([]);
		const mean = messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length;
		expect(mean).toBeGreaterThan(850);
		expect(mean).toBeLessThan(1_150);
	});
});

test.each([
	[5, '>= 5', true],
	[4.9, '>= 5', false],
	[2.4, '<= 2.5', true],
	[2.6, '<= 2.5', false],
	[0, null, true]
] as const)('a ratio of %d against %s', (ratio, target, met) => {
	expect(meetsTarget({ ratio, target })).toBe(met);
});
