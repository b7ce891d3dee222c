import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { isFilterError } from '../filter-error.ts';
import { matches, parseFilter } from '../filter.ts';
import { judge } from './judge.ts';
import { MessageColumns } from './message-columns.ts';
import { MAYBE, YES } from './verdict.ts';

const traces = Object.values(scenarios).map((scenario) => {
	const analysis = analysed(scenario().entries);
	const columns = new MessageColumns();
	for (const message of analysis.messages) columns.push(message);
	const startedAt = analysis.messages[0]?.entry.at ?? 0;
	return { analysis, columns, surroundings: { analysis, startedAt, findingsAt: () => [] } };
});

/** Terms that columns alone can answer. */
const KNOWN = [
	...['method:INVITE', 'method:BYE,ACK', 'status:200', 'status:4xx,100', 'status:500..'],
	...['call:102', 'call:101->102', 'phone:Alice', 'phone:102', 'instance:x', 'is:sent'],
	...['is:response,undelivered', 'has:retransmission', 'after:2s', 'before:00:00:05', 'before:1.5s']
];
/** Terms for which messages are read. */
const READ = ['sip', 'from:101', 'has:sdp', 'header:Contact', 'cmd:6', 'dialog:confirmed'];

const filters = (terms: readonly string[]) =>
	fc
		.array(fc.record({ term: fc.constantFrom(...terms), not: fc.boolean(), or: fc.boolean() }), {
			minLength: 1,
			maxLength: 4
		})
		.map((parts) =>
			parts
				.map(
					({ term, not, or }, index) => `${index > 0 && or ? 'OR ' : ''}${not ? '-' : ''}${term}`
				)
				.join(' ')
		);

function verdictsOf(text: string, { columns, surroundings }: (typeof traces)[number]) {
	const filter = parseFilter(text);
	if (isFilterError(filter)) throw new Error(`${text}: ${filter.message}`);
	const range = { from: 0, to: columns.length };
	return { filter, verdicts: judge(filter.expression, columns, range, surroundings) };
}

test('what columns say of a message is what the message itself says', () => {
	fc.assert(
		fc.property(filters([...KNOWN, ...READ]), fc.constantFrom(...traces), (text, trace) => {
			const { filter, verdicts } = verdictsOf(text, trace);
			trace.analysis.messages.forEach((message, place) => {
				if (verdicts[place] === MAYBE) return;
				const isMeant = matches(filter, message, trace.surroundings);
				expect(verdicts[place] === YES, `${text} of ${message.head.method}`).toBe(isMeant);
			});
		}),
		{ numRuns: 300 }
	);
});

test('no message is read for what columns hold', () => {
	fc.assert(
		fc.property(filters(KNOWN), fc.constantFrom(...traces), (text, trace) => {
			expect([...verdictsOf(text, trace).verdicts]).not.toContain(MAYBE);
		})
	);
});

test('a part of the messages is judged as it is within all of them', () => {
	for (const { columns, surroundings } of traces) {
		const filter = parseFilter('-is:sent status:1xx OR method:ACK');
		if (isFilterError(filter)) throw new Error(filter.message);
		const to = columns.length;
		const [all, end] = [0, to >> 1].map((from) =>
			judge(filter.expression, columns, { from, to }, surroundings)
		);
		expect(end).toEqual(all?.subarray(to >> 1));
	}
});
