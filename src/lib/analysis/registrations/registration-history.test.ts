import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { anyRegistrations } from '../../../../tests/arbitraries/registrations.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { MINUTE, SECOND } from '../../trace/instant.ts';
import { historyOf } from './registration-history.ts';
import { registrationState } from './registration-state.ts';

/** Names with the seconds since the trace began. */
function historiesOf({ entries }: ScriptedTrace) {
	const start = entries[0]?.at ?? 0;
	return analysed(entries).registrations.map((registration) =>
		historyOf(registration).map(
			({ name, from }) => `${((from - start) / SECOND).toFixed(2)} ${name}`
		)
	);
}

test('a life from its first REGISTER to its end', () => {
	expect(historiesOf(scenarios['register and refresh']())).toEqual([
		[
			'0.02 registering',
			'0.04 registered',
			'57.04 refreshing',
			'57.06 registered',
			'67.09 unregistered'
		]
	]);
});

test('what time alone brings about is foretold', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').start();
	expect(historiesOf(trace)).toEqual([
		['0.02 registering', '0.04 registered', '58.04 refresh overdue', '60.04 expired']
	]);
});

test('superseded as soon as another phone has the instance', () => {
	expect(historiesOf(scenarios['superseded by another tab']())[0]).toEqual([
		'0.02 registering',
		'0.04 registered',
		'20.08 superseded',
		'57.09 refreshing',
		'57.11 superseded'
	]);
});

test('it says of any moment what the state at that moment is', () => {
	fc.assert(
		fc.property(anyRegistrations, fc.nat(6 * MINUTE), ({ entries }, elapsed) => {
			for (const registration of analysed(entries).registrations) {
				const begun = registration.messages[0]?.entry.at ?? 0;
				const now = begun + elapsed;
				const span = historyOf(registration).findLast(({ from }) => from <= now);
				expect(span?.name).toBe(registrationState(registration, now).name);
				expect(span?.to ?? Infinity).toBeGreaterThan(now);
			}
		}),
		{ numRuns: 100 }
	);
}, 60_000);
