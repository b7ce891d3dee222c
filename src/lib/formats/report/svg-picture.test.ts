import { expect, test } from 'vitest';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import { PALETTES } from '../../ladder/palette.ts';
import { svgPicture } from './svg-picture.ts';

test('draws the whole trace, folded, in light colours', async () => {
	const { entries } = scenarios['call between two phones']();
	const svg = await written(svgPicture, traceToWrite(entries, [], 'A call'));
	expect(svg).toMatch(/^<svg [^]*<title>A call<\/title>[^]*<\/svg>\n$/);
	expect(svg).toContain(`fill="${PALETTES.light.ground}"`);
	for (const words of ['Alice', 'Bob', '407 answered', 'challenges folded', '32 messages'])
		expect(svg).toContain(words);
});

test('of a long trace it draws the beginning, and says so', async () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	for (let call = 0; call < 520; call++)
		alice
			.call('102', { callId: `${call}` })
			.dial()
			.refused(486);
	const svg = await written(svgPicture, traceToWrite(trace.entries));
	expect(svg.match(/<g /g)).toHaveLength(2_000);
	expect(svg).toMatch(/The first 2,000 rows of \d,\d{3}/);
});

test('an empty trace is an empty picture', async () => {
	expect(await written(svgPicture, traceToWrite([]))).toMatch(/^<svg /);
});
