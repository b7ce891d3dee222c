import { expect, test } from 'vitest';
import { isAllowedOrigin, isLoopbackHost } from './loopback.ts';

test.each(['localhost', 'localhost:4173', '127.0.0.1:4173', '127.1.2.3', '[::1]:4173', '[::1]'])(
	'%s is this machine',
	(host) => expect(isLoopbackHost(host)).toBe(true)
);

test.each([
	undefined,
	'',
	'example.com',
	'localhost.example.com',
	'127.0.0.1.example.com',
	'127.0.0.1@example.com',
	'example.com:4173',
	'192.0.2.7:4173',
	'0.0.0.0',
	'localhost/x'
])('%s is not', (host) => expect(isLoopbackHost(host)).toBe(false));

test.each([undefined, 'http://127.0.0.1:1', 'https://localhost:4173', 'http://[::1]:80'])(
	'origin %s may ask',
	(origin) => expect(isAllowedOrigin(origin)).toBe(true)
);

test.each([
	'null',
	'',
	'http://example.com',
	'http://localhost.example.com',
	'file:///home/a.html',
	'chrome-extension://localhost'
])('origin %s may not', (origin) => expect(isAllowedOrigin(origin)).toBe(false));
