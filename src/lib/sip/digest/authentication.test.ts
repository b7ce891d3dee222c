import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseChallenge, parseChallenges, parseCredentials } from './authentication.ts';

describe('parseChallenge', () => {
	test.each([
		'Digest realm="sip.example.com", nonce="a/b==,c", algorithm=MD5',
		'Digest realm="sip.example.com",nonce="a/b==,c",ALGORITHM="MD5"',
		'  Digest   nonce = "a/b==,c" ,, realm=sip.example.com,algorithm=MD5,nonce="second"',
		'Digest stale, realm="sip.example.com", nonce="a/b==,c", algorithm=MD5,='
	])('%s', (value) => {
		const { scheme, parameters, token } = parseChallenge(value);
		expect(scheme).toBe('Digest');
		expect(token).toBeUndefined();
		expect([...parameters].sort()).toEqual([
			['algorithm', 'MD5'],
			['nonce', 'a/b==,c'],
			['realm', 'sip.example.com']
		]);
	});

	test.each([
		['Basic MTAxOnNlY3JldA==', 'Basic', 'MTAxOnNlY3JldA=='],
		['Bearer eyJhbGciOi.J9-_~+/.x=', 'Bearer', 'eyJhbGciOi.J9-_~+/.x='],
		['Negotiate', 'Negotiate', undefined]
	])('%s has no parameters', (value, scheme, token) => {
		expect(parseCredentials(value)).toEqual({ scheme, parameters: new Map(), token });
	});

	test('keeps the parameters of a scheme that nobody knows', () => {
		expect(parseCredentials('NoOneKnowsThisScheme opaque-data=here')).toEqual({
			scheme: 'NoOneKnowsThisScheme',
			parameters: new Map([['opaque-data', 'here']])
		});
	});

	test('tells several challenges apart', () => {
		const value =
			'Digest realm="a, Basic realm=x", nonce="1", algorithm=SHA-256, Digest realm="a",nonce="2",Basic realm="c"';
		expect(
			parseChallenges(value).map(({ scheme, parameters }) => [scheme, parameters.get('nonce')])
		).toEqual([
			['Digest', '1'],
			['Digest', '2'],
			['Basic', undefined]
		]);
	});

	test('never throws, and keeps to linear time', () => {
		fc.assert(fc.property(anyText, (text) => void parseCredentials(text)));
		expect(parseChallenge('')).toEqual({ scheme: '', parameters: new Map() });
		const startedAt = performance.now();
		parseChallenges(`Digest ${'a '.repeat(100_000)}`);
		parseChallenges(`Digest ${'a b=,'.repeat(100_000)}`);
		parseChallenges(`${' '.repeat(100_000)}Digest a${' '.repeat(100_000)}=`);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
