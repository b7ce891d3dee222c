import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupHeaders, longName } from './header-groups.ts';

const fields = (...names: string[]) => names.map((name) => ({ name, value: '' }));

test('fields go to what they are about; compact names too', () => {
	const groups = groupHeaders(fields('v', 'f', 'P-rc', 'X-Own', 'To', 'c', 'p-rc-api-ids'));
	expect(groups.map(({ title, fields }) => [title, ...fields.map((field) => field.name)])).toEqual([
		['Parties', 'f', 'To'],
		['Dialog and transaction', 'v'],
		['RingCentral', 'P-rc', 'p-rc-api-ids'],
		['Body', 'c'],
		['Other', 'X-Own']
	]);
});

test('no field is lost or shown twice', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), (names) => {
			const shown = groupHeaders(fields(...names)).flatMap((group) => group.fields);
			expect(shown.map((field) => field.name).sort()).toEqual([...names].sort());
		})
	);
});

test.each([
	['v', 'Via'],
	['i', 'Call-ID'],
	['C', 'Content-Type'],
	['q', 'q'],
	['Call-Id', 'Call-Id']
])('%s is %s', (name, long) => {
	expect(longName(name)).toBe(long);
});
