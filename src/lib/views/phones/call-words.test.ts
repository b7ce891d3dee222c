import { expect, test } from 'vitest';
import { formatTalkTime } from './call-words.ts';

test.each([
	[-1, '0:00'],
	[7.9, '0:07'],
	[760, '12:40'],
	[3729, '1:02:09']
])('%d s are written %s', (seconds, text) => {
	expect(formatTalkTime(seconds)).toBe(text);
});
