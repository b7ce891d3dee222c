import { expect, test } from 'vitest';
import type { SignInFailure } from '../../phone/provisioning/sign-in-failure.ts';
import { signInWords } from './sign-in-words.ts';

const PAGE = 'http://127.0.0.1:4173';

const wordsOf = (
	failure: Omit<SignInFailure, 'step'>,
	server = 'https://platform.ringcentral.com'
) => {
	const { title, advice } = signInWords({ step: 'token', ...failure }, server, PAGE);
	return `${title} ${advice ?? ''}`;
};

test('names who did not answer, and whom it does not answer', () => {
	expect(wordsOf({ code: 'unreachable' })).toContain(
		'platform.ringcentral.com could not be reached.'
	);
	expect(wordsOf({ code: 'forbidden page' })).toContain(`not to pages of ${PAGE}`);
	expect(wordsOf({ code: 'foreign answer', status: 404 })).toContain('answered 404');
});

test('of a simulator with TLS it says how its certificate is accepted', () => {
	const server = 'https://127.0.0.1:8443';
	expect(wordsOf({ code: 'unreachable' }, server)).toContain(`Open ${server}/healthz once`);
	expect(wordsOf({ code: 'unreachable' }, 'http://localhost:8080')).toMatch(/running there\?$/);
});

test('names the permission that the app lacks', () => {
	expect(wordsOf({ code: 'missing permission', permission: 'VoipCalling' })).toContain(
		'VoipCalling'
	);
});
