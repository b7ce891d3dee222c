import { expect, test } from 'vitest';
import { ALL_LANES, type Lane } from '../../ladder/lane.ts';
import { alone, isUsual, moved, shown } from './lane-choices.ts';

const lanes = ['alice', 'server', 'bob'].map((id): Lane => ({
	id,
	title: id,
	subtitle: '',
	kind: id === 'server' ? 'server' : 'phone'
}));

test('a lane moves by places, no further than to the end', () => {
	expect(moved(ALL_LANES, lanes, 'bob', -1).order).toEqual(['alice', 'bob', 'server']);
	expect(moved(ALL_LANES, lanes, 'alice', 9).order).toEqual(['server', 'bob', 'alice']);
	expect(moved(ALL_LANES, lanes, 'nobody', 1)).toBe(ALL_LANES);
});

test('a lane is hidden once, and shown again', () => {
	const hidden = shown(shown(ALL_LANES, 'bob', false), 'bob', false);
	expect(hidden.hidden).toEqual(['bob']);
	expect(isUsual(hidden)).toBe(false);
	expect(isUsual(shown(hidden, 'bob', true))).toBe(true);
});

test('one phone alone still has its server', () => {
	expect(alone(ALL_LANES, lanes, 'bob').hidden).toEqual(['alice']);
});
