import { beforeEach, expect, test } from 'vitest';
import { builtInAccounts } from '../../accounts.ts';
import { Directory, type Extension } from './directory.ts';
import { Tokens } from './tokens.ts';

let now: number;
let made: number;
let tokens: Tokens;
const [alice] = new Directory(builtInAccounts).extensions as [Extension];

beforeEach(() => {
	now = 0;
	made = 0;
	tokens = new Tokens({ now: () => now, make: () => `token ${++made}` });
});

test('an access token lasts an hour, its refresh token a week', () => {
	const { accessToken, refreshToken } = tokens.issue(alice, 'client');
	now = 3_599_999;
	expect(tokens.find(accessToken)?.extension).toBe(alice);
	now = 3_600_000;
	expect(tokens.find(accessToken)).toBeUndefined();
	now = 604_799_999;
	expect(tokens.refresh(refreshToken, 'client')?.extension).toBe(alice);
});

test('a refresh token is for its own client, and ends after a week', () => {
	const { refreshToken } = tokens.issue(alice, 'client');
	expect(tokens.refresh(refreshToken, 'another')).toBeUndefined();
	now = 604_800_000;
	expect(tokens.refresh(refreshToken, 'client')).toBeUndefined();
});

test('a refresh token is no access token, nor the other way round', () => {
	const { accessToken, refreshToken } = tokens.issue(alice, 'client');
	expect(tokens.find(refreshToken)).toBeUndefined();
	expect(tokens.refresh(accessToken, 'client')).toBeUndefined();
	tokens.revoke(refreshToken);
	expect(tokens.find(accessToken)).toBeUndefined();
});

test('nobody fills the memory: the oldest of too many is forgotten', () => {
	const first = tokens.issue(alice, 'client');
	const second = tokens.issue(alice, 'client');
	for (let more = 0; more < 999; more++) tokens.issue(alice, 'client');
	expect(tokens.find(first.accessToken)).toBeUndefined();
	expect(tokens.find(second.accessToken)).toBeDefined();
});
