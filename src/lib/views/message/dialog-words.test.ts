import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { Wire } from '../../../../tests/wire.ts';
import { MINUTE } from '../../trace/instant.ts';
import { describeDialog } from './dialog-words.ts';

function wordsOf({ entries, now }: Wire, later = 0): string[] {
	return analysed(entries).dialogs.map((dialog) => describeDialog(dialog, now + later));
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
