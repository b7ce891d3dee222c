import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { Wire } from '../../../../tests/wire.ts';
import { MINUTE } from '../../trace/instant.ts';
import { describeDialog } from './dialog-words.ts';

function wordsOf({ entries, now }: Pick<Wire, 'entries' | 'now'>, later = 0): string[] {
	const { dialogs, connections } = analysed(entries);
	return dialogs.map((dialog) => describeDialog(dialog, connections, now + later));
}

test('a dialog by itself: early, confirmed, ended', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 180);
	expect(wordsOf(wire)).toEqual(['early']);
	wire.answer(invite, 200);
	expect(wordsOf(wire)).toEqual(['confirmed']);
	wire.receive('BYE', { fromTag: 'b', toTag: 'a' });
	expect(wordsOf(wire)).toEqual(['ended by BYE']);
});

test('those of a fork are counted', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 180, { tag: 'desk' });
	wire.answer(invite, 200, { tag: 'cell' });
	expect(wordsOf(wire)).toEqual(['early, 1 of 2', 'confirmed, 2 of 2']);
	expect(wordsOf(wire, MINUTE)).toEqual(['terminated, 1 of 2', 'confirmed, 2 of 2']);
});

test('one whose connection is lost, and one that goes on over another', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	const call = alice.call('102').dial().answered();
	alice.disconnect();
	expect(wordsOf(trace)).toEqual(['confirmed, connection lost']);
	alice.connect();
	call.reinvite('sendrecv');
	expect(wordsOf(trace)).toEqual(['confirmed, resumed on another connection']);
});
