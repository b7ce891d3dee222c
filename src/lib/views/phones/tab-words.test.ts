import { expect, test } from 'vitest';
import { tabWords } from './tab-words.ts';

const own = { number: 2 };

test('says who is real', () => {
	expect(tabWords({ role: 'dummy', own, real: { number: 1 }, others: 1 })).toMatchObject({
		label: 'dummy of tab 1',
		explanation: expect.stringContaining('this is tab 2')
	});
	expect(tabWords({ role: 'dummy', own, others: 0 })?.explanation).toMatch(/is gone/);
});

test('counts who follows', () => {
	const explanation = (others: number) =>
		tabWords({ role: 'real', own, real: own, others })?.explanation;
	expect(explanation(0)).toContain('Other tabs will');
	expect(explanation(1)).toContain('1 other tab shows the same, and sends');
	expect(explanation(9)).toContain('9 other tabs show the same, and send');
});

test('has nothing to say where no tab runs a phone', () => {
	expect(tabWords({ role: 'none', others: 3 })).toBeUndefined();
});
