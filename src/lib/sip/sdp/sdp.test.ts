import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseMessage } from '../message.ts';
import { parseSdp } from './sdp.ts';

function bodyOf(frame: string): string {
	const file = new URL(`../../../../tests/fixtures/frames/${frame}.txt`, import.meta.url);
	return parseMessage(readFileSync(file, 'utf8')).body;
}

describe('parseSdp', () => {
	test('reads the edge’s offer', () => {
		const { origin, media } = parseSdp(bodyOf('invite-inbound'));
		expect(origin).toEqual({
			username: '-',
			sessionId: '7066956197903366029',
			version: '7997658033229634982',
			address: '203.0.113.12'
		});
		expect(media).toMatchObject([
			{
				kind: 'audio',
				port: 29768,
				protocol: 'RTP/SAVPF',
				direction: 'sendrecv',
				address: '203.0.113.12',
				candidates: [
					{ type: 'host', address: '203.0.113.12', port: 29768, protocol: 'UDP' },
					{ type: 'host', address: '203.0.113.12', port: 29769, protocol: 'UDP' }
				],
				iceUfrag: 'mqlmHMAU',
				setup: 'actpass',
				rtcpMux: true,
				telephoneEvent: true
			}
		]);
		expect(media[0]?.fingerprint).toMatch(/^sha-1 8E:/);
		expect(media[0]?.payloads[1]).toEqual({
			type: 111,
			codec: 'OPUS',
			clockRate: 48000,
			channels: 2
		});
		expect(media[0]?.payloads.map(({ type }) => type)).toEqual([109, 111, 18, 0, 8, 9, 96, 101]);
	});

	test('knows static payloads, and two sections', () => {
		const { media } = parseSdp(bodyOf('invite-supervise'));
		expect(media.map(({ port }) => port)).toEqual([50400, 50402]);
		expect(media[0]?.payloads.map(({ codec }) => codec)).toEqual([
			'OPUS',
			'G722',
			'PCMU',
			'G729',
			'',
			'PCMA',
			'',
			''
		]);
	});

	test('hands down what the session says, unless the section says otherwise', () => {
		const { media } = parseSdp(
			[
				'c=IN IP4 192.0.2.1/127',
				'a=sendonly',
				'a=setup:active',
				'm=audio 9 RTP/AVP 0',
				'm=video 0 RTP/AVP 96',
				'c=IN IP6 2001:db8::1',
				'a=inactive'
			].join('\n')
		);
		expect(media).toMatchObject([
			{ direction: 'sendonly', address: '192.0.2.1', setup: 'active', rtcpMux: false },
			{ direction: 'inactive', address: '2001:db8::1', setup: 'active', port: 0 }
		]);
	});

	test('never throws, and keeps to linear time', () => {
		fc.assert(fc.property(anyText, (text) => void parseSdp(`m=audio ${text}`)));
		const startedAt = performance.now();
		parseSdp('a=x\r\n'.repeat(100_000) + 'm=audio 9 RTP/AVP 0\r\n'.repeat(100_000));
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
