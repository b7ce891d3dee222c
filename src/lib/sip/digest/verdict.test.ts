import fc from 'fast-check';
import type { SipInfo } from 'ringcentral-web-phone/types';
import { generateAuthorization } from 'ringcentral-web-phone/utils';
import { describe, expect, test } from 'vitest';
import { digestAlgorithm } from './algorithm.ts';
import { type Authentication, parseChallenge, parseCredentials } from './authentication.ts';
import { digestResponse } from './digest.ts';
import { type DigestQuestion, digestVerdict } from './verdict.ts';

const SECRET = {
	username: '802396666666',
	realm: 'sip.example.com',
	password: 'pa55 wörd',
	method: 'INVITE',
	uri: 'sip:sip.example.com',
	nonce: 'Zx1==',
	qop: undefined as string | undefined,
	nc: '00000001',
	cnonce: 'abc',
	body: 'v=0'
};

type Secret = typeof SECRET;

/** What a phone tells, having digested something else where `digested` says so. */
function told(digested: Partial<Secret> = {}, more = ''): Authentication {
	const { username, realm, uri, nonce, qop, nc, cnonce } = SECRET;
	const algorithm = /algorithm=([\w-]+)/.exec(more)?.[1];
	const response = digestResponse({ ...SECRET, ...digested }, digestAlgorithm(algorithm));
	const protection =
		(digested.qop ?? qop) ? `, qop=${digested.qop ?? ''}, nc=${nc}, cnonce="${cnonce}"` : '';
	return parseCredentials(
		`Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}"${protection}${more}`
	);
}

function verdict(credentials: Authentication, more: Partial<DigestQuestion> = {}) {
	const { password, method, body } = SECRET;
	return digestVerdict({ credentials, password, method, body, ...more });
}

const challenge = (realm: string, nonce: string, more = '') =>
	parseChallenge(`Digest realm="${realm}",nonce="${nonce}"${more}`);

describe('digestVerdict', () => {
	test('takes what the SDK tells, and notes what is special about it', () => {
		expect(
			verdict(told(), {
				challenge: challenge('sip.example.com', 'Zx1=='),
				requestUri: 'sip:16505550102@sip.example.com'
			})
		).toEqual({ verdict: 'right', notes: ['uri-is-not-request-uri', 'no-qop'] });
		expect(verdict(told(), { method: 'ACK', requestUri: SECRET.uri })).toEqual({
			verdict: 'right',
			notes: ['no-qop']
		});
	});

	test('takes what the SDK computes, for any password', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }),
				fc.constantFrom('REGISTER', 'INVITE'),
				(password, method) => {
					const { username, realm, nonce } = SECRET;
					const sipInfo = { authorizationId: username, domain: realm, password } as SipInfo;
					const credentials = parseCredentials(
						generateAuthorization(sipInfo, nonce, method as 'REGISTER' | 'INVITE')
					);
					expect(verdict(credentials, { method, password }).verdict).toBe('right');
					expect(verdict(credentials, { method, password: `${password}!` }).verdict).toBe(
						'wrong-password'
					);
				}
			)
		);
	});

	test('knows a wrong password', () => {
		expect(verdict(told({ password: 'pa55' }))).toEqual({ verdict: 'wrong-password' });
		expect(verdict(told({ method: 'REGISTER' }))).toEqual({ verdict: 'wrong-password' });
	});

	test('knows a wrong realm, be it told or not', () => {
		expect(verdict(told(), { challenge: challenge('example.net', 'Zx1==') })).toEqual({
			verdict: 'wrong-realm',
			digested: 'sip.example.com',
			told: 'sip.example.com',
			asked: 'example.net'
		});
		expect(
			verdict(told({ realm: 'example.net' }), { challenge: challenge('example.net', 'Zx1==') })
		).toEqual({
			verdict: 'wrong-realm',
			digested: 'example.net',
			told: 'sip.example.com',
			asked: 'example.net'
		});
		expect(
			verdict(told({ realm: 'example.org' }), { requestUri: 'sip:102@example.org' })
		).toMatchObject({ verdict: 'wrong-realm', digested: 'example.org' });
	});

	test('knows a wrong URI', () => {
		const requestUri = 'sip:102@sip.example.com';
		expect(verdict(told({ uri: requestUri }), { requestUri })).toEqual({
			verdict: 'wrong-uri',
			digested: requestUri,
			told: 'sip:sip.example.com'
		});
	});

	test('knows a stale nonce, by the challenge or because the server says so', () => {
		const renewed = challenge('sip.example.com', 'Zx2==', ', stale=TRUE');
		expect(verdict(told(), { challenge: challenge('sip.example.com', 'Zx0==') })).toEqual({
			verdict: 'stale-nonce'
		});
		expect(verdict(told(), { renewed })).toEqual({ verdict: 'stale-nonce' });
		expect(verdict(told({ password: 'pa55' }), { renewed })).toEqual({ verdict: 'wrong-password' });
	});

	test('notes that a right response was refused', () => {
		const renewed = challenge('sip.example.com', 'Zx2==');
		expect(verdict(told(), { renewed })).toMatchObject({ notes: ['no-qop', 'refused'] });
	});

	test('tells what it cannot compute', () => {
		expect(verdict(parseCredentials('Bearer abc'))).toEqual({
			verdict: 'unsupported-scheme',
			scheme: 'Bearer'
		});
		expect(verdict(told({}, ', algorithm=AKAv1-MD5'))).toEqual({
			verdict: 'unsupported-algorithm',
			algorithm: 'AKAv1-MD5'
		});
		expect(verdict(told({ qop: 'auth-conf' }))).toEqual({
			verdict: 'unsupported-qop',
			qop: 'auth-conf'
		});
		expect(verdict(parseCredentials('Digest username="a", realm="b", qop=auth, nc=1'))).toEqual({
			verdict: 'incomplete',
			missing: ['nonce', 'uri', 'response', 'cnonce']
		});
	});

	test('needs the name that a user hash stands for', () => {
		const hashed = told({ username: 'alice' }, ', userhash=true');
		expect(verdict(hashed)).toEqual({ verdict: 'incomplete', missing: ['username'] });
		expect(verdict(hashed, { username: 'alice' })).toMatchObject({ verdict: 'right' });
	});

	test('holds for each algorithm, protection and password', () => {
		const names = ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256'];
		fc.assert(
			fc.property(
				fc.constantFrom(...names),
				fc.constantFrom('auth', 'auth-int'),
				fc.string(),
				fc.string(),
				(name, qop, digested, asked) => {
					const credentials = told({ qop, password: digested }, `, algorithm=${name}`);
					expect(verdict(credentials, { password: asked }).verdict).toBe(
						asked === digested ? 'right' : 'wrong-password'
					);
				}
			)
		);
	});
});
