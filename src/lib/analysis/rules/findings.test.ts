import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEntries, anyTrace } from '../../../../tests/arbitraries/trace.ts';
import { examples } from '../../../../tests/findings/examples.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import type { Entry } from '../../trace/entry.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { createAnalysis } from '../analysis.ts';
import type { Finding } from './finding.ts';
import { Findings } from './findings.ts';

const anyExample: fc.Arbitrary<Entry[]> = fc
	.constantFrom(...Object.values(examples).flatMap(({ fires, spares }) => [fires, spares]))
	.map((script) => {
		const trace = new ScriptedTrace();
		script(trace);
		return trace.entries;
	});

const anyEvidence = fc.oneof(anyExample, anyTrace, anyEntries);

/** Of a whole trace at once. */
function findingsOf(entries: readonly Entry[], now: Instant): readonly Finding[] {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return new Findings(analysis).at(now);
}

function plain(findings: readonly Finding[]): unknown {
	return findings.map(({ call, registration, ...rest }) => [call?.id, registration?.id, rest]);
}

test('found as entries come, and found at once, are the same, at every prefix', () => {
	fc.assert(
		fc.property(anyEvidence, fc.integer({ min: 1, max: 9 }), fc.nat(90), (entries, size, wait) => {
			const analysis = createAnalysis();
			const findings = new Findings(analysis);
			for (let end = 0; end < entries.length; end += size) {
				entries.slice(end, end + size).forEach((entry) => analysis.ingest(entry));
				const prefix = entries.slice(0, end + size);
				const now = (prefix.at(-1)?.at ?? 0) + wait * SECOND;
				expect(plain(findings.at(now))).toEqual(plain(findingsOf(prefix, now)));
			}
		})
	);
});

test('each says something, once, of entries that there are, in order', () => {
	fc.assert(
		fc.property(anyEvidence, fc.nat(90), (entries, wait) => {
			const found = findingsOf(entries, (entries.at(-1)?.at ?? 0) + wait * SECOND);
			for (const { evidence, sentence, advice } of found) {
				expect(evidence.length).toBeGreaterThan(0);
				expect(evidence).toEqual([...new Set(evidence)].sort((a, b) => a - b));
				for (const seq of evidence) expect(entries[seq]).toBeDefined();
				for (const text of [sentence, advice]) expect(text).toMatch(/^\S.*[.:!?)]$/s);
			}
			const said = found.map(({ rule, evidence, sentence }) => `${rule} ${evidence} ${sentence}`);
			expect(new Set(said).size).toBe(said.length);
			const proven = found.map(({ evidence }) => evidence.at(-1) ?? 0);
			expect(proven).toEqual(proven.toSorted((a, b) => a - b));
		})
	);
});

test('what is found again is the same finding', () => {
	const { entries } = scenarios['call between two phones']();
	const analysis = createAnalysis();
	const findings = new Findings(analysis);
	const seen = new Set<Finding>();
	for (const entry of entries) {
		analysis.ingest(entry);
		for (const finding of findings.at(entry.at)) seen.add(finding);
	}
	expect([...seen].map(({ rule }) => rule)).toEqual(['edge-answered']);
});

test('the list stays the same one while nothing is new', () => {
	const { entries, now } = scenarios['wrong password']();
	const analysis = createAnalysis();
	const findings = new Findings(analysis);
	const none = findings.at(now);
	expect(findings.at(now + SECOND)).toBe(none);
	entries.forEach((entry) => analysis.ingest(entry));
	const some = findings.at(now);
	expect(some).toHaveLength(1);
	expect(findings.at(now + SECOND)).toBe(some);
});
