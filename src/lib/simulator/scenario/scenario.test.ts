import { describe, expect, test } from 'vitest';
import { checkScenario, readScenario } from './scenario.ts';

const WHEN = { from: 'phone', method: 'REGISTER' };

function problemsOf(rules: unknown, more: object = {}): string[] {
	return checkScenario({ title: 'A test', rules, ...more }).problems;
}

describe('a scenario file', () => {
	test('is read, whole', () => {
		const scenario = {
			title: 'Registered for a moment',
			settings: { expiresSeconds: 4 },
			rules: [
				{
					when: { ...WHEN, credentials: true, nth: { from: 2 }, per: 'connection' },
					do: [{ answer: { status: 503, headers: { 'Retry-After': '5' } }, after: 100 }]
				},
				{ when: { event: 'start' }, do: [{ refuse: { status: 503, for: 1000 } }] }
			]
		};
		expect(readScenario(JSON.stringify(scenario))).toEqual({ scenario, problems: [] });
	});

	test('that is no JSON is told so', () => {
		const { problems } = readScenario('{ "title": }');
		expect(problems).toEqual([expect.stringMatching(/^it is not JSON: /)]);
	});

	test.each([
		[{}, ['title: must be a text']],
		[{ title: '' }, ['title: must not be empty']],
		[[], ['it must be an object with "title" and "rules"']],
		[{ title: 'x', ruels: [] }, ['ruels: is not known here']],
		[{ title: 'x', settings: { expires: 4 } }, ['settings.expires: is not known here']],
		[{ title: 'x', settings: { ringFor: -1 } }, ['settings.ringFor: must not be negative']]
	])('%j: %j', (value, problems) => {
		expect(checkScenario(value).problems).toEqual(problems);
	});
});

describe('what is wrong in a rule is named, with its place', () => {
	test.each([
		[[{ do: [] }], ['rules[0].when: must be an object', 'rules[0].do: must not be empty']],
		[
			[{ when: {}, do: [{ drop: true }] }],
			['rules[0].when.from: must be', 'rules[0].when.method: must be']
		],
		[
			[{ when: { ...WHEN, from: 'bob' }, do: [{ drop: true }] }],
			['rules[0].when.from: must be "phone" or "edge"']
		],
		[[{ when: { ...WHEN, nth: 0 }, do: [{ drop: true }] }], ['rules[0].when.nth: counts from 1']],
		[
			[{ when: { ...WHEN, nth: 'x' }, do: [{ drop: true }] }],
			['rules[0].when.nth: must be 2, [1, 3] or']
		],
		[[{ when: WHEN, do: [] }], ['rules[0].do: must not be empty']],
		[
			[{ when: WHEN, do: [{ explode: true }] }],
			['rules[0].do[0]: must have one of "drop", "delay"']
		],
		[
			[{ when: WHEN, do: [{ drop: true }, { answer: { status: 42 } }] }],
			['rules[0].do[1].answer.status: must be a status']
		],
		[
			[{ when: WHEN, do: [{ answer: { status: 200, header: {} } }] }],
			['rules[0].do[0].answer.header: is not known here']
		],
		[
			[{ when: WHEN, do: [{ change: { remove: ['Contact'] } }] }],
			['rules[0].do[0]: "change" is for messages of the edge']
		],
		[
			[{ when: { ...WHEN, from: 'edge' }, do: [{ answer: { status: 200 } }] }],
			['rules[0].do[0]: "answer" is for messages of the phone']
		],
		[
			[{ when: { ...WHEN, status: 200 }, do: [{ answer: { status: 200 } }] }],
			['rules[0].do[0]: "answer" is for requests']
		],
		[
			[{ when: { event: 'start' }, do: [{ silence: true }] }],
			['rules[0].do[0]: "silence" needs a phone']
		],
		[
			[{ when: { event: 'connected' }, do: [{ drop: true }] }],
			['rules[0].do[0]: "drop" is about a message']
		],
		[[{ when: { event: 'lunch' }, do: [{ restart: true }] }], ['rules[0].when.event: must be']]
	])('%j', (rules, starts) => {
		const problems = problemsOf(rules);
		for (const start of starts) {
			expect(
				problems.some((problem) => problem.startsWith(start)),
				problems.join('\n')
			).toBe(true);
		}
	});

	test('all of it at once', () => {
		expect(
			problemsOf([{ when: WHEN, do: [{ delay: 'x' }] }, { when: WHEN }], { extra: 1 })
		).toEqual([
			'rules[0].do[0].delay: must be milliseconds',
			'rules[1].do: must be a list of steps',
			'extra: is not known here'
		]);
	});
});
