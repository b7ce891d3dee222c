import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualSettings } from '../core/settings.ts';
import { builtInScenarios } from './built-in.ts';
import { readScenario } from './scenario.ts';
import { settingsSchema } from './settings-schema.ts';
import { steps } from './step-schema.ts';

const page = readFileSync(
	join(import.meta.dirname, '../../../../docs/simulator-scenarios.md'),
	'utf8'
);

/** What the first column of the page's tables has. */
const firsts = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, first]) => first);

test('every built-in scenario is in the page, in its order', () => {
	const names = Object.keys(builtInScenarios);
	expect(firsts.filter((first) => names.includes(first ?? ''))).toEqual(names);
});

test('every setting is in the page, and is one of the edge’s', () => {
	const settings = Object.keys(settingsSchema.shape);
	expect(firsts).toEqual(expect.arrayContaining(settings));
	expect(Object.keys(usualSettings)).toEqual(expect.arrayContaining(settings));
});

test('every step is in the page', () => {
	for (const step of Object.keys(steps)) expect(page).toContain(`| \`{ "${step}":`);
});

test('the file in the page is one', () => {
	const [, file = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
	expect(readScenario(file).problems).toEqual([]);
});
