import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestAlgorithm } from './algorithm.ts';
import { digestResponse } from './digest.ts';

describe('digestAlgorithm', () => {
	test.each([
		[undefined, 'md5', false],
		['md5', 'md5', false],
		['MD5-sess', 'md5', true],
		['SHA-256', 'sha256', false],
		['sha-256-SESS', 'sha256', true],
		['SHA-512-256', 'sha512-256', false]
	])('%s hashes any text as Node does', (name, node, session) => {
		const algorithm = digestAlgorithm(name);
		expect(algorithm?.session).toBe(session);
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				expect(algorithm?.hash(text)).toBe(createHash(node).update(text, 'utf8').digest('hex'));
			})
		);
	});

	test.each(['', 'SHA-1', 'toString', '-sess', 'AKAv1-MD5'])('%j is none', (name) => {
		expect(digestAlgorithm(name)).toBeUndefined();
	});
});

describe('digestResponse', () => {
	const mufasa = {
		username: 'Mufasa',
		realm: 'testrealm@host.com',
		password: 'Circle Of Life',
		method: 'GET',
		uri: '/dir/index.html',
		nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093'
	};

	test('gives the example of RFC 2617 §3.5', () => {
		const parts = { ...mufasa, qop: 'auth', nc: '00000001', cnonce: '0a4f113b' };
		expect(digestResponse(parts)).toBe('6629fae49393a05397450978507c4ef1');
	});

	test('gives that of RFC 2069, without quality of protection', () => {
		expect(digestResponse(mufasa)).toBe('670fd8c2df070c60b045671b8b24ff02');
	});

	test.each([
		['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
		['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1']
	])('gives those of RFC 7616 §3.9.1 with %s', (name, response) => {
		const parts = {
			...mufasa,
			realm: 'http-auth@example.org',
			password: 'Circle of Life',
			nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
			qop: 'auth',
			nc: '00000001',
			cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
		};
		expect(digestResponse(parts, digestAlgorithm(name))).toBe(response);
	});

	test('protects a body with auth-int, and hashes a session’s secret again', () => {
		const parts = { ...mufasa, qop: 'auth-int', nc: '00000001', cnonce: '0a4f113b', body: 'hello' };
		const md5 = (text: string) => createHash('md5').update(text).digest('hex');
		const secret = md5('Mufasa:testrealm@host.com:Circle Of Life');
		const session = md5(`${secret}:${mufasa.nonce}:0a4f113b`);
		const request = md5(`GET:/dir/index.html:${md5('hello')}`);
		expect(digestResponse(parts, digestAlgorithm('MD5-sess'))).toBe(
			md5(`${session}:${mufasa.nonce}:00000001:0a4f113b:auth-int:${request}`)
		);
	});
});
