import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { branchOf, parseVia } from './via.ts';

describe('parseVia', () => {
	test('reads what Kamailio answers', () => {
		expect(
			parseVia('SIP/2.0/WSS a.invalid;branch=z9hG4bK42;rport=40145;received=192.0.2.6')
		).toMatchObject({
			protocol: 'SIP/2.0',
			transport: 'WSS',
			host: 'a.invalid',
			branch: 'z9hG4bK42',
			rport: 40145,
			received: '192.0.2.6'
		});
	});

	test.each([
		['SIP/2.0/WS  192.0.2.3:8080;rport', 'WS', '192.0.2.3', 8080],
		['SIP / 2.0 / UDP [2001:db8::1]:5070 ;branch=1', 'UDP', '[2001:db8::1]', 5070],
		['SIP/2.0/TLS first;branch=1, SIP/2.0/UDP second', 'TLS', 'first', undefined],
		['nonsense', '', '', undefined],
		['', '', '', undefined]
	])('%s', (value, transport, host, port) => {
		const via = parseVia(value);
		expect([via.transport, via.host, via.port]).toEqual([transport, host, port]);
		expect(via.rport).toBeUndefined();
	});

	test('knows the branch that branchOf finds', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(branchOf(text)).toBe(parseVia(text).branch ?? '');
			})
		);
	});
});
