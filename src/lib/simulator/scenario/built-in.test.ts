import { expect, test } from 'vitest';
import { builtInScenarios, scenarioNamed } from './built-in.ts';
import { readScenario } from './scenario.ts';

test.each(Object.entries(builtInScenarios))('%s could be a file', (_name, scenario) => {
	expect(readScenario(JSON.stringify(scenario))).toEqual({ scenario, problems: [] });
});

test('a scenario is found by its name, and by no other', () => {
	expect(scenarioNamed('half-open')?.title).toMatch(/^The socket stays open/);
	expect(scenarioNamed('toString')).toBeUndefined();
});

test('names are words for a command line', () => {
	for (const name of Object.keys(builtInScenarios)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
