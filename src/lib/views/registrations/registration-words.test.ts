import { expect, test } from 'vitest';
import type { RegistrationState } from '../../analysis/registrations/registration-state.ts';
import { SECOND } from '../../trace/instant.ts';
import { describeState, formatCountdown, inSeconds } from './registration-words.ts';

const NOW = 1_800_000_000 * SECOND;

const seen = (state: Partial<RegistrationState>): RegistrationState => ({
	name: 'registered',
	since: NOW,
	evidence: [],
	...state
});

test.each([
	[
		{ expiresAt: NOW + 49 * SECOND, refreshDueAt: NOW + 46 * SECOND },
		'registered · refresh in 46 s'
	],
	[
		{ name: 'refused', status: 603, reason: 'Too Many Contacts' },
		'refused · 603 Too Many Contacts'
	],
	[{ name: 'refused', status: 401, reason: '' }, 'refused · 401'],
	[
		{ name: 'socket lost', expiresAt: NOW + 31 * SECOND },
		'socket lost · keeps its slot, which frees in 31 s'
	],
	[{ name: 'expired', expiresAt: NOW - 12 * SECOND }, 'expired · 12 s ago'],
	[{ name: 'superseded' }, 'superseded · rings elsewhere'],
	[
		{ name: 'superseded', expiresAt: NOW + 9 * SECOND },
		'superseded · rings elsewhere, may still call out'
	],
	[
		{ name: 'refresh overdue', expiresAt: NOW + SECOND, refreshDueAt: NOW - 2.4 * SECOND },
		'refresh overdue · 2 s late, expires in 1 s'
	],
	[{ name: 'unregistered' }, 'unregistered']
] satisfies [Partial<RegistrationState>, string][])('%o', (state, words) => {
	expect(describeState(seen(state), NOW)).toBe(words);
});

test('a countdown ends at zero, not before', () => {
	expect(inSeconds(NOW + 1, NOW)).toBe('in 1 s');
	expect(inSeconds(NOW, NOW)).toBe('0 s ago');
	expect(inSeconds(NOW + 180 * SECOND, NOW)).toBe('in 3 min');
});

test('a countdown in minutes and seconds', () => {
	expect(formatCountdown(NOW + 41.2 * SECOND, NOW)).toBe('0:42');
	expect(formatCountdown(NOW + 3720 * SECOND, NOW)).toBe('1:02:00');
	expect(formatCountdown(NOW - SECOND, NOW)).toBe('0:00');
});
