import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PALETTES } from './palette.ts';

const tokens = readFileSync(join(import.meta.dirname, '../ui/tokens.css'), 'utf8');

/** Both values of a token: `light-dark(#f6f7f9, #0f1319)`. */
function token(name: string): string[] {
	const found = new RegExp(`--${name}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens);
	return found ? [found[1] ?? '', found[2] ?? ''] : [];
}

test('pictures have the colours of the interface', () => {
	const { light, dark } = PALETTES;
	for (const tone of Object.keys(light.tones) as (keyof typeof light.tones)[])
		expect([tone, light.tones[tone], dark.tones[tone]]).toEqual([tone, ...token(`tone-${tone}`)]);
	for (const [name, token_] of [
		['ground', 'ground'],
		['pane', 'pane'],
		['line', 'line'],
		['lineStrong', 'line-strong'],
		['ink', 'ink'],
		['inkDim', 'ink-dim'],
		['inkFaint', 'ink-faint'],
		['warning', 'warning'],
		['bad', 'bad']
	] as const)
		expect([name, light[name], dark[name]]).toEqual([name, ...token(token_)]);
});
