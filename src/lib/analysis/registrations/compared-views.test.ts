import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { comparedViews } from './compared-views.ts';
import { listedView, type HeldBinding } from './registrar-view.ts';
import { registrationState } from './registration-state.ts';

/** Who, what is held, and how it differs: by the answers, or by what the registrar itself says. */
function compared({ entries }: ScriptedTrace, now: Instant, bindings?: readonly HeldBinding[]) {
	const { registrations } = analysed(entries);
	const view = bindings ? { asOf: now, complete: true, bindings } : listedView(registrations, now);
	return (view ? comparedViews(registrations, view, now) : []).map(
		({ registration, held, difference }) => [
			registration?.phone,
			held && Math.round((held.expiresAt - now) / SECOND),
			difference
		]
	);
}

function registered(): ScriptedTrace {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { instance: 'a' }).start();
	trace.wait(2_000);
	return trace;
}

/** What the registrar itself says of the only phone. */
function heldBy({ entries, now }: ScriptedTrace, change: Partial<HeldBinding> = {}): HeldBinding {
	const [registration] = analysed(entries).registrations;
	const state = registration && registrationState(registration, now);
	return {
		instance: registration?.instance,
		expiresAt: state?.expiresAt ?? 0,
		callId: registration?.attempts.at(-1)?.callId,
		reachable: true,
		...change
	};
}

test('a registrar that tells each phone of its own contact alone contradicts no other', () => {
	const trace = scenarios['five instances and a sixth']();
	expect(compared(trace, trace.now).map(([, , difference]) => difference)).toEqual(
		Array.from({ length: 6 }, () => undefined)
	);
	expect(compared(trace, trace.now)).toHaveLength(6);
});

test('a list without the phone’s own contact: the phone counts on what is not there', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { id: 'first', instance: 'a' }).start();
	trace.wait(10_000);
	const others = ['<sip:desk@192.0.2.9>;expires=36;+sip.instance="<urn:uuid:desk>"'];
	trace.phone('Alice', '101', { id: 'second', instance: 'b' }).online().register({ others });
	trace.wait(2_000);
	expect(compared(trace, trace.now)).toEqual([
		['first', undefined, 'not held'],
		['second', 58, undefined],
		[undefined, 34, 'another device']
	]);
});

test('a phone whose instance another one registered still counts on it', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { id: 'tab-1' }).start();
	trace.wait(20_000);
	trace.phone('Alice', '101', { id: 'tab-2' }).start();
	trace.wait(2_000);
	expect(compared(trace, trace.now)).toEqual([
		['tab-1', undefined, 'taken over'],
		['tab-2', 58, undefined]
	]);
});

test.each([
	['as it believes', {}, undefined],
	['for a shorter time', { expiresAt: 0 }, 'other expiry'],
	['on a connection that is gone', { reachable: false }, 'unreachable'],
	['superseded', { superseded: true }, 'taken over'],
	['by another REGISTER, of another connection', { callId: 'other' }, 'taken over']
] as const)('the registrar holds it %s', (_, change, difference) => {
	const trace = registered();
	const [pair] = compared(trace, trace.now, [heldBy(trace, change)]);
	expect(pair?.[2]).toBe(difference);
});

test('the registrar has forgotten it', () => {
	const trace = registered();
	expect(compared(trace, trace.now, [])).toEqual([['alice', undefined, 'not held']]);
});

test('unregistered, or so the phone was told; the registrar holds it all the same', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101', { instance: 'a' }).start();
	alice.register({ expires: 0 });
	trace.wait(2_000);
	const binding = heldBy(trace, { expiresAt: trace.now + 40 * SECOND });
	expect(compared(trace, trace.now, [binding])).toEqual([['alice', 40, 'still held']]);
});

test('a lost socket is no difference: the phone knows that its binding lives on', () => {
	const trace = registered();
	const alice = trace.phone('Alice', '101', { instance: 'a' });
	alice.connection = 'connection-0';
	alice.disconnect();
	trace.wait(2_000);
	const [pair] = compared(trace, trace.now, [heldBy(trace, { reachable: false })]);
	expect(pair?.[2]).toBeUndefined();
});

test('what has happened this instant may still be on its way', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').start();
	expect(compared(trace, trace.now, [])).toEqual([['alice', undefined, undefined]]);
});
