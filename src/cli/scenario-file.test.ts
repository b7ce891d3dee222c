import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInScenarios } from '../lib/simulator/scenario/built-in.ts';
import { scenarioFrom } from './scenario-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	file = join(folder, 'late.json');
});

afterEach(() => rm(folder, { recursive: true }));

test('a built-in scenario is asked for by name', async () => {
	expect(await scenarioFrom('slow-answers')).toBe(builtInScenarios['slow-answers']);
});

test('a scenario is read from a file', async () => {
	const scenario = { title: 'Short', settings: { expiresSeconds: 10 } };
	await writeFile(file, JSON.stringify(scenario));
	expect(await scenarioFrom(file)).toEqual(scenario);
});

test('what is wrong in a file is told, each with its place', async () => {
	await writeFile(
		file,
		JSON.stringify({ title: '', rules: [{ when: { event: 'start' }, do: [] }] })
	);
	const error = await scenarioFrom(file).catch((thrown: Error) => thrown.message.split('\n'));
	expect(error).toEqual([
		`${file}: title: must not be empty`,
		`${file}: rules[0].do: must not be empty`
	]);
});

test('a name of neither is told, with the names that there are', async () => {
	await expect(scenarioFrom('constructor')).rejects.toThrow(
		/constructor is no file, and no scenario of these: .*slow-answers/
	);
});
