import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ladderScenes } from '../../../../tests/ladder-scenes.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { FOLD_KINDS } from '../../ladder/fold.ts';
import { layout } from '../../ladder/layout.ts';
import { rowsIn, scopesOf } from './picture-scope.ts';

const { entries } = scenarios['call between two phones']();
const analysis = analysed(entries);
const ladder = layout(entries, analysis);
const invite = analysis.messages.find(({ head }) => head.method === 'INVITE');

const labels = (scope: Parameters<typeof rowsIn>[0], drawn = ladder) =>
	rowsIn(scope, drawn, invite).map(({ label }) => label);

test('a transaction is all attempts at it, with its ACK', () => {
	expect(labels('transaction')).toEqual([
		'INVITE',
		'100 Trying',
		'407 Proxy Authentication Required',
		'INVITE',
		'100 Trying',
		'183 Session Progress',
		'200 OK',
		'ACK'
	]);
	const folded = layout(entries, analysis, { folds: FOLD_KINDS });
	expect(labels('transaction', folded)).toHaveLength(5);
});

test('a call is its messages and events, those of no other leg', () => {
	const rows = rowsIn('call', ladder, invite);
	expect(rows.length).toBeGreaterThan(15);
	expect(rows.every((row) => row.type !== 'rung' || row.message.call === invite?.call)).toBe(true);
	expect(rows.some(({ type }) => type === 'mark')).toBe(true);
});

test('what is around the selected message is a part of a long ladder', () => {
	const long = ladderScenes['an hour of two phones']().entries;
	const drawn = layout(long, analysed(long));
	const rows = rowsIn('around', drawn, analysed(long).messages[300]);
	expect(rows.length).toBe(51);
	expect(
		rows.some((row) => row.type !== 'gap' && row.seq === analysed(long).messages[300]?.entry.seq)
	).toBe(true);
	expect(rowsIn('around', drawn, undefined)[0]).toEqual(drawn.rows.at(0));
	expect(scopesOf(drawn.rows.length, undefined)).toEqual(['all', 'around']);
	expect(scopesOf(1_000_000, invite)).toEqual(['around', 'transaction', 'call']);
});

test('a range is all from its first row to its last', () => {
	const range = { first: 3, last: 6 };
	expect(scopesOf(ladder.rows.length, invite, range)[0]).toBe('range');
	expect(rowsIn('range', ladder, invite, range)).toEqual(
		[3, 4, 5, 6].map((at) => ladder.rows.at(at))
	);
	expect(scopesOf(1_000_000, invite, { first: 0, last: 5_000 })).not.toContain('range');
});
