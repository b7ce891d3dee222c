import { describe as group, expect, test } from 'vitest';
import {
	asDtlsServer,
	codecsOf,
	describe,
	reOffer,
	reAnswer,
	withoutHiddenCandidates
} from './description.ts';

const OFFER = [
	'v=0',
	'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 109 126 110',
	'c=IN IP4 0.0.0.0',
	'a=rtpmap:109 opus/48000/2',
	'a=rtpmap:126 telephone-event/8000',
	'a=rtpmap:110 telephone-event/48000',
	'a=candidate:1 1 udp 2113937151 5b1c2f9e-0b5c-4b7e-9d0a-1c2d3e4f5a6b.local 51234 typ host',
	'a=candidate:2 1 udp 2113937151 192.0.2.7 51235 typ host',
	'a=sendrecv',
	'a=setup:actpass',
	'a=ice-ufrag:q7Zx',
	'a=ice-pwd:0123456789abcdef01234567',
	''
].join('\r\n');

group('a phone’s description', () => {
	test('says whether the phone listens', () => {
		expect(describe(OFFER)).toEqual({
			listens: true,
			iceUfrag: 'q7Zx',
			session: '4611731400430051336'
		});
		expect(describe(OFFER.replace('sendrecv', 'sendonly'))?.listens).toBe(false);
		expect(describe('v=0\r\n')).toBeUndefined();
	});

	test('loses its hidden candidates and no other line', () => {
		const lines = withoutHiddenCandidates(OFFER).split('\r\n');
		expect(OFFER.split('\r\n').filter((line) => !lines.includes(line))).toEqual([
			expect.stringContaining('.local')
		]);
	});

	test('names its payload types', () => {
		expect([...codecsOf(OFFER)]).toEqual([
			[109, 'opus'],
			[126, 'telephone-event'],
			[110, 'telephone-event']
		]);
	});

	test('is answered as the DTLS server', () => {
		expect(asDtlsServer(OFFER)).toContain('a=setup:passive');
	});

	test('is answered again with a newer version and the direction that fits', () => {
		const held = reAnswer(OFFER, 7, false);
		expect(held).toContain('o=- 4611731400430051336 7 IN');
		expect(held).toContain('a=recvonly');
		expect(reAnswer(held, 8, true)).toContain('a=sendrecv');
	});

	test('is offered again with a newer version, whatever was held before', () => {
		const offer = reOffer(reAnswer(OFFER, 7, false), 9);
		expect(offer).toContain('o=- 4611731400430051336 9 IN');
		expect(offer).toContain('a=setup:actpass');
		expect(offer).toContain('a=sendrecv');
	});
});
