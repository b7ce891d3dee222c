import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { Access } from './access.ts';

const usual = new Access();

describe('the Host', () => {
	test.each(['localhost', 'localhost:4173', '127.0.0.1:4173', '127.1.2.3', '[::1]:4173', '[::1]'])(
		'%s is this machine',
		(host) => expect(usual.admitsHost(host)).toBe(true)
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
	])('%s is not', (host) => expect(usual.admitsHost(host)).toBe(false));

	test.each([
		['edge.example.com', 'Edge.Example.com:8443'],
		['192.0.2.7', '192.0.2.7:8443'],
		['2001:db8::7', '[2001:DB8:0::7]:8443']
	])('listening on %s, it may be %s', (host, asked) => {
		const access = new Access({ host });
		expect(access.admitsHost(asked)).toBe(true);
		expect(access.admitsHost('localhost')).toBe(true);
		expect(access.admitsHost('other.example.com')).toBe(false);
		expect(access.admitsHost('192.0.2.8')).toBe(false);
	});

	test('listening on all interfaces, it may be the address of any, but no name', () => {
		const access = new Access({ host: '0.0.0.0' });
		for (const { address, family } of Object.values(networkInterfaces()).flatMap(
			(all) => all ?? []
		)) {
			if (family === 'IPv4') expect(access.admitsHost(`${address}:8443`)).toBe(true);
		}
		expect(access.admitsHost('192.0.2.7')).toBe(false);
		expect(access.admitsHost('example.com')).toBe(false);
	});
});

describe('the Origin', () => {
	test.each([undefined, 'http://127.0.0.1:1', 'https://localhost:4173', 'http://[::1]:80'])(
		'%s may ask',
		(origin) => expect(usual.admitsOrigin(origin)).toBe(true)
	);

	test.each([
		'null',
		'',
		'http://example.com',
		'http://localhost.example.com',
		'file:///home/a.html',
		'chrome-extension://localhost'
	])('%s may not', (origin) => expect(usual.admitsOrigin(origin)).toBe(false));

	test('that was allowed may ask, at its own scheme and port', () => {
		const access = new Access({
			allowOrigins: ['https://app.example.com/', 'http://x.example:81']
		});
		expect(access.admitsOrigin('https://app.example.com')).toBe(true);
		expect(access.admitsOrigin('http://x.example:81')).toBe(true);
		for (const other of [
			'http://app.example.com',
			'https://app.example.com:444',
			'http://x.example'
		])
			expect(access.admitsOrigin(other)).toBe(false);
	});

	test.each(['app.example.com', '*', 'file:///x', ''])('%j cannot be allowed', (text) =>
		expect(() => new Access({ allowOrigins: [text] })).toThrow('is no origin')
	);
});
