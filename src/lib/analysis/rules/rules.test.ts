import { describe, expect, test } from 'vitest';
import { generateEntries } from '../../../../bench/generate.ts';
import { examples } from '../../../../tests/findings/examples.ts';
import { ELEMENTS, type ElementName } from '../../../../tests/flows/element.ts';
import { Flow } from '../../../../tests/flows/flow.ts';
import { registrationFlows } from '../../../../tests/flows/rfc3665-registration.ts';
import { sessionFlows } from '../../../../tests/flows/rfc3665-sessions.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import type { Entry } from '../../trace/entry.ts';
import { MINUTE } from '../../trace/instant.ts';
import { createAnalysis } from '../analysis.ts';
import type { Finding } from './finding.ts';
import { Findings } from './findings.ts';
import type { RuleId } from './rule-id.ts';
import { RULES } from './rules.ts';

/** What is found in a whole trace that ends when its script does. */
function findingsOf(entries: readonly Entry[], now: number): readonly Finding[] {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return new Findings(analysis).at(now);
}

/** The rules that say more than explanations. */
function alarmsOf(entries: readonly Entry[], now: number): RuleId[] {
	return findingsOf(entries, now)
		.filter(({ severity }) => severity !== 'info')
		.map(({ rule }) => rule);
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
const TROUBLED: Partial<Record<keyof typeof scenarios, readonly RuleId[]>> = {
	'sixth instance refused': ['slots-full'],
	'five instances and a sixth': ['slots-full'],
	'wrong password': ['wrong-password'],
	'superseded by another tab': ['superseded-instance'],
	'held by both': ['re-invite-refused'],
	'transfer refused': ['transfer-failed'],
	'noise on the wire': Array<RuleId>(3).fill('malformed-message')
};

test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('no false alarm: %s', (name) => {
	const { entries, now } = scenarios[name]();
	expect(alarmsOf(entries, now)).toEqual(TROUBLED[name] ?? []);
});

const flows = { ...registrationFlows, ...sessionFlows };

/** RFC 3665's flows are healthy but for what they are about. */
const TROUBLED_FLOWS: Partial<Record<keyof typeof flows, readonly RuleId[]>> = {
	'2.5 unsuccessful registration': ['wrong-password'],
	'3.4 after a proxy failed': ['request-unanswered'],
	'3.10 no response': ['request-unanswered']
};

test.each(Object.keys(flows) as (keyof typeof flows)[])('no false alarm: RFC 3665 §%s', (name) => {
	const elements = Object.keys(ELEMENTS) as ElementName[];
	const alarms = elements.flatMap((element) => {
		const entries = new Flow(flows[name]).seenBy(element);
		return alarmsOf(entries, (entries.at(-1)?.at ?? 0) + MINUTE);
	});
	expect(alarms).toEqual(TROUBLED_FLOWS[name] ?? []);
});

test('no false alarm in the traffic that is measured with', () => {
	const entries = [...generateEntries(3_000)];
	expect(alarmsOf(entries, entries.at(-1)?.at ?? 0)).toEqual([]);
});
