import { expect, test } from 'vitest';
import { ladderScenes } from '../../../tests/ladder-scenes.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import { SECOND } from '../trace/instant.ts';
import { FOLD_KINDS } from './fold.ts';
import type { LayoutOptions } from './growing-ladder.ts';
import { layout } from './layout.ts';
import { printLadder } from './text.ts';

function ladderOf({ entries }: ScriptedTrace, options?: LayoutOptions) {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return layout(entries, analysis, options);
}

function rowsOf(trace: ScriptedTrace, options?: LayoutOptions) {
	return [...ladderOf(trace, options).rows];
}

test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('draws: %s', async (name) => {
	const picture = printLadder(ladderOf(scenarios[name]()));
	await expect(picture).toMatchFileSnapshot(`golden/${name.replaceAll(' ', '-')}.txt`);
});

test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('folds: %s', async (name) => {
	const picture = printLadder(ladderOf(scenarios[name](), { folds: FOLD_KINDS }));
	await expect(picture).toMatchFileSnapshot(`golden/folded/${name.replaceAll(' ', '-')}.txt`);
});

test.each(Object.keys(ladderScenes) as (keyof typeof ladderScenes)[])('folds: %s', async (name) => {
	const picture = printLadder(ladderOf(ladderScenes[name](), { folds: FOLD_KINDS }));
	await expect(picture).toMatchFileSnapshot(`golden/folded/${name.replaceAll(' ', '-')}.txt`);
});

test('every message is one rung, between a phone and the server', () => {
	for (const scenario of Object.values(scenarios)) {
		const trace = scenario();
		const { lanes, rows } = ladderOf(trace);
		const rungs = [...rows].filter((row) => row.type === 'rung');
		expect(rungs.map(({ seq }) => seq)).toEqual(
			trace.entries.filter(({ kind }) => kind === 'message').map(({ seq }) => seq)
		);
		for (const { from, to, message } of rungs) {
			const [phone, server] = message.entry.direction === 'sent' ? [from, to] : [to, from];
			expect(lanes[phone]).toMatchObject({ kind: 'phone', instance: message.userAgent.instance });
			expect(lanes[server]).toMatchObject({ kind: 'server' });
		}
	}
});

test('without marks there are rungs and gaps only', () => {
	const rows = rowsOf(scenarios['call between two phones'](), { marks: false });
	expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['rung', 'gap']));
});

test('a second of statistics is not drawn', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101');
	alice.media('A', 'connection', 'connected');
	const stats = {
		packetsSent: 50,
		packetsReceived: 50,
		packetsLost: 0,
		bytesSent: 1,
		bytesReceived: 1
	};
	trace.wait(60_000);
	trace.record({ kind: 'media', phone: 'alice', callId: 'A', event: 'stats', stats });
	expect(rowsOf(trace).map(({ type }) => type)).toEqual(['mark']);
});

test('a silence is drawn short from the given length on, and never where the clock went back', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').connect();
	trace.wait(3_000);
	alice.disconnect();
	trace.wait(-10_000);
	alice.connect();
	expect(rowsOf(trace).filter(({ type }) => type === 'gap')).toEqual([
		{ type: 'gap', duration: 3 * SECOND, label: '3 s later' }
	]);
	expect(rowsOf(trace, { gapAfter: 5 * SECOND }).some(({ type }) => type === 'gap')).toBe(false);
});

test('an empty trace has no lanes', () => {
	const { lanes, rows } = ladderOf(new ScriptedTrace());
	expect([lanes, [...rows]]).toEqual([[], []]);
});
