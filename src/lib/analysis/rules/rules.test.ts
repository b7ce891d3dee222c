import { describe, expect, test } from 'vitest';
import { examples } from '../../../../tests/findings/examples.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import type { Entry } from '../../trace/entry.ts';
import { createAnalysis } from '../analysis.ts';
import type { Finding } from './finding.ts';
import { Findings } from './findings.ts';
import { RULES } from './rules.ts';

/** What is found in a whole trace that ends when its script does. */
function findingsOf(entries: readonly Entry[], now: number): readonly Finding[] {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return new Findings(analysis).at(now);
}

function played(script: (trace: ScriptedTrace) => void): readonly Finding[] {
	const trace = new ScriptedTrace();
	script(trace);
	return findingsOf(trace.entries, trace.now);
}

describe.each(RULES)('$id', ({ id, severity }) => {
	const { fires, says, spares } = examples[id];

	test('speaks where its case is', () => {
		const found = played(fires).filter(({ rule }) => rule === id);
		expect(found.map(({ sentence }) => sentence)).toEqual([says]);
		for (const { evidence } of found) expect(evidence.length).toBeGreaterThan(0);
		expect(found[0]?.severity).toBe(severity);
	});

	test('and not where it is near', () => {
		expect(played(spares).filter(({ rule }) => rule === id)).toEqual([]);
	});
});

/** Scenarios in which something does go wrong, and what. */
const TROUBLED: Partial<Record<keyof typeof scenarios, readonly string[]>> = {
	'sixth instance refused': ['slots-full'],
	'wrong password': ['wrong-password']
};

test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('no false alarm: %s', (name) => {
	const { entries, now } = scenarios[name]();
	const alarms = findingsOf(entries, now).filter(({ severity }) => severity !== 'info');
	expect(alarms.map(({ rule }) => rule)).toEqual(TROUBLED[name] ?? []);
});
