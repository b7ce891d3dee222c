import { expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { MessageColumns } from '../query/columns/message-columns.ts';
import { isFilterError } from '../query/filter-error.ts';
import { matches, parseFilter, type Filter } from '../query/filter.ts';
import { Matching } from './matching.ts';
import type { Slice } from './slice.ts';

const analysis = analysed(scenarios['call between two phones']().entries);
const surroundings = { analysis, startedAt: 0, findingsAt: () => [] };
const columns = new MessageColumns();
for (const message of analysis.messages) columns.push(message);

function filterOf(text: string): Filter {
	const filter = parseFilter(text);
	if (isFilterError(filter)) throw new Error(filter.message);
	return filter;
}

const slice = (over: boolean) => ({ over }) as Slice;

for (const text of ['Alice', 'method:INVITE', '-status:200 sip', 'nothing-of-the-kind']) {
	test(`finds the same with columns and without, at once and bit by bit: ${text}`, () => {
		const filter = filterOf(text);
		const expected = analysis.messages.filter((one) => matches(filter, one, surroundings));
		for (const known of [columns, undefined]) {
			for (const over of [false, true]) {
				const matching = new Matching(analysis.messages, filter, known);
				while (matching.searching) matching.searchOn(surroundings, slice(over));
				expect([...matching.list]).toEqual(expected);
				expect([...matching.entries]).toEqual(expected.map(({ entry }) => entry));
				expect(matching.list.at(0)).toBe(expected[0]);
				expect(matching.list.at(expected.length)).toBeUndefined();
			}
		}
	});
}

test('goes on with messages that come later', () => {
	const messages = analysis.messages.slice(0, 5);
	const matching = new Matching(messages, filterOf('sip'));
	matching.searchOn(surroundings, slice(false));
	expect([matching.list.length, matching.searching]).toEqual([5, false]);
	messages.push(...analysis.messages.slice(5, 8));
	expect(matching.searching).toBe(true);
	matching.searchOn(surroundings, slice(false));
	expect(matching.list.length).toBe(8);
});

test('what was found stays where the search is stopped', () => {
	const matching = new Matching(analysis.messages, filterOf('sip'));
	matching.searchOn(surroundings, slice(true));
	matching.stopped = true;
	const { length } = matching.list;
	matching.searchOn(surroundings, slice(false));
	expect([matching.list.length, matching.searching]).toEqual([length, false]);
});
