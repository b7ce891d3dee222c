import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { digestResponse, parseChallenge, parseCredentials } from './digest.ts';
import { md5 } from './md5.ts';

test('md5 is that of Node, for every text', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.string({ maxLength: 130 })
	);
	fc.assert(
		fc.property(text, (written) => {
			expect(md5(written)).toBe(createHash('md5').update(written, 'utf8').digest('hex'));
		})
	);
	expect(md5('\ud800')).toBe(md5('\ufffd'));
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
});

describe('parseChallenge', () => {
	test.each([
		'Digest realm="sip.example.com", nonce="a/b==,c", algorithm=MD5',
		'Digest realm="sip.example.com",nonce="a/b==,c",ALGORITHM="MD5"',
		'  Digest   nonce = "a/b==,c" ,, realm=sip.example.com,algorithm=MD5,nonce="second"'
	])('%s', (value) => {
		const { scheme, parameters } = parseChallenge(value);
		expect(scheme).toBe('Digest');
		expect([...parameters].sort()).toEqual([
			['algorithm', 'MD5'],
			['nonce', 'a/b==,c'],
			['realm', 'sip.example.com']
		]);
	});

	test('never throws', () => {
		fc.assert(fc.property(anyText, (text) => void parseCredentials(text)));
		expect(parseChallenge('')).toEqual({ scheme: '', parameters: new Map() });
	});
});
