import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { anyRegistrations } from '../../../../tests/arbitraries/registrations.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import type { Entry } from '../../trace/entry.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { registrationState } from './registration-state.ts';

/** What is told of a trace's registrations at a moment; of those that had begun by then. */
function toldAt(entries: readonly Entry[], now: Instant) {
	const { registrations } = analysed(entries);
	return registrations
		.filter(({ messages }) => (messages[0]?.entry.at ?? Infinity) <= now)
		.map((registration) => registrationState(registration, now));
}

/** Each entry's time, and what only time brings about. */
function momentsOf(entries: readonly Entry[]): Instant[] {
	const seen = [...new Set(entries.map(({ at }) => at))];
	return seen.flatMap((at) => [at, at + 33 * SECOND, at + 58.5 * SECOND, at + 61 * SECOND]);
}

function expectNoForesight(entries: readonly Entry[]): void {
	for (const now of momentsOf(entries)) {
		const seen = entries.filter(({ at }) => at <= now);
		expect(toldAt(entries, now)).toEqual(toldAt(seen, now));
	}
}

test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])(
	'at any moment of it, no more is told than was seen by then: %s',
	(name) => expectNoForesight(scenarios[name]().entries)
);

test('nor of phones that register and get lost at will', () => {
	fc.assert(
		fc.property(anyRegistrations, ({ entries }) => expectNoForesight(entries)),
		{ numRuns: 15 }
	);
}, 60_000);
