import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionText } from '../../../../tests/arbitraries/description.ts';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseMessage } from '../message.ts';
import { splitLines } from './line.ts';
import { parseSdp, telephoneEvents } from './sdp.ts';

function bodyOf(frame: string): string {
	const file = new URL(`../../../../tests/fixtures/frames/${frame}.txt`, import.meta.url);
	return parseMessage(readFileSync(file, 'utf8')).body;
}

function lines(...all: string[]): string {
	return all.map((line) => `${line}\r\n`).join('');
}

const HEAD = ['v=0', 'o=- 4611 3 IN IP4 192.0.2.7', 's=-', 't=0 0'];

describe('parseSdp', () => {
	test('reads the edge’s offer', () => {
		const { origin, media, problems } = parseSdp(bodyOf('invite-inbound'));
		expect(problems).toEqual([]);
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
					{ component: 1, type: 'host', address: '203.0.113.12', port: 29768, protocol: 'UDP' },
					{ component: 2, type: 'host', address: '203.0.113.12', port: 29769, protocol: 'UDP' }
				],
				iceUfrag: 'mqlmHMAU',
				icePwd: 'QTEEF1lt81VyKvJvEHhabIh9JZ',
				fingerprints: [{ hash: 'sha-1', value: expect.stringMatching(/^8E:C8:/) as string }],
				setup: 'actpass',
				rtcp: { port: 29769 },
				rtcpMux: true
			}
		]);
		expect(media[0]?.payloads.slice(1, 3)).toEqual([
			{ type: 111, codec: 'OPUS', clockRate: 48000, channels: 2, parameters: 'useinbandfec=1' },
			{ type: 18, codec: 'g729', clockRate: 8000, parameters: 'annexb=no' }
		]);
		expect(media[0]?.payloads.map(({ type }) => type)).toEqual([109, 111, 18, 0, 8, 9, 96, 101]);
		expect(media.flatMap(telephoneEvents)).toEqual([
			{ type: 101, codec: 'telephone-event', clockRate: 8000, parameters: '0-15' }
		]);
		expect(media[0]?.others.map(({ value }) => value)).toEqual([
			'rtcp-fb:109 ccm tmmbr',
			'rtcp-fb:111 ccm tmmbr'
		]);
	});

	test('knows static payloads, and names the ones that nothing names', () => {
		const { media, problems } = parseSdp(bodyOf('invite-supervise'));
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
		expect(problems.map(({ code }) => code)).toEqual(['payload-unnamed', 'payload-unnamed']);
	});

	test('reads what a browser writes', () => {
		const { groups, media, problems, others } = parseSdp(
			lines(
				...HEAD,
				'a=group:BUNDLE 0',
				'a=ice-lite',
				'a=msid-semantic: WMS',
				'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
				'c=IN IP4 0.0.0.0',
				'b=AS:64',
				'a=candidate:842163049 1 udp 1677729535 203.0.113.40 46154 typ srflx raddr 10.0.0.1 rport 46154 generation 0 network-cost 999',
				'a=candidate:1 1 tcp 1518280447 4b0c0b6e-0c0b-4c3a-9d1e-2f6b8b0e0001.local 9 typ host tcptype active',
				'a=candidate:2 1 udp 2122262783 2001:db8::7 52000 typ host',
				'a=end-of-candidates',
				'a=ice-ufrag:8hhY',
				'a=ice-pwd:asd88fgpdd777uzjYhagZg',
				'a=ice-options:trickle renomination',
				`a=fingerprint:SHA-256 ${'AB:'.repeat(31)}CD`,
				'a=setup:actpass',
				'a=mid:0',
				'a=rtcp:9 IN IP4 0.0.0.0',
				'a=rtcp-mux',
				'a=rtcp-mux-only',
				'a=rtpmap:111 opus/48000/2',
				'a=rtpmap:126 telephone-event/8000',
				'a=ptime:20',
				'a=maxptime:60',
				'a=ssrc:3735928559 cname:q+k/1',
				'a=ssrc:3735928559 msid:- a:b'
			)
		);
		expect(problems).toEqual([]);
		expect(groups).toEqual([{ semantics: 'BUNDLE', mids: ['0'] }]);
		expect(others.map(({ value }) => value)).toEqual(['msid-semantic: WMS']);
		expect(media).toMatchObject([
			{
				mid: '0',
				iceOptions: ['trickle', 'renomination'],
				endOfCandidates: true,
				fingerprints: [{ hash: 'sha-256' }],
				rtcp: { port: 9, address: '0.0.0.0' },
				rtcpMuxOnly: true,
				bandwidth: [{ type: 'AS', value: 64 }],
				ptime: 20,
				maxptime: 60,
				sources: [
					{
						ssrc: 3735928559,
						attributes: new Map(Object.entries({ cname: 'q+k/1', msid: '- a:b' }))
					}
				],
				others: []
			}
		]);
		expect(media[0]?.candidates).toMatchObject([
			{
				foundation: '842163049',
				priority: 1677729535,
				type: 'srflx',
				relatedAddress: '10.0.0.1',
				relatedPort: 46154,
				extensions: [
					['generation', '0'],
					['network-cost', '999']
				]
			},
			{ protocol: 'tcp', tcpType: 'active' },
			{ address: '2001:db8::7', port: 52000 }
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
});

test('of a payload type that the section does not list nobody tells', () => {
	const { media } = parseSdp(
		lines(...HEAD, 'm=audio 9 RTP/AVP 0', 'a=rtpmap:96 opus/48000', 'a=fmtp:97 a=b')
	);
	expect(media[0]?.others.map(({ value }) => value)).toEqual([
		'rtpmap:96 opus/48000',
		'fmtp:97 a=b'
	]);
});

describe('a problem', () => {
	const sound = [...HEAD, 'm=audio 9 RTP/AVP 0', 'c=IN IP4 192.0.2.7'];

	test('is none in a sound description', () => {
		expect(parseSdp(lines(...sound)).problems).toEqual([]);
		expect(parseSdp(lines(...sound, 'a=own', 'a=x-own:y', 'i=a title')).problems).toMatchObject([
			{ code: 'line-misplaced' }
		]);
	});

	test.each([
		['hello', 'line-malformed'],
		['q=1', 'line-malformed'],
		['s=again', 'line-misplaced'],
		['c=IN', 'connection-malformed'],
		['c=IN IP5 192.0.2.7', 'connection-malformed'],
		['b=AS', 'bandwidth-malformed'],
		['m=audio', 'media-malformed'],
		['m=audio 65536 RTP/AVP 0', 'media-malformed'],
		['m=audio 9 RTP/AVP 128', 'media-malformed'],
		['a=sendonly:', 'attribute-malformed'],
		['a=ptime:soon', 'attribute-malformed'],
		['a=rtpmap:96', 'payload-malformed'],
		['a=rtpmap:96 opus', 'payload-malformed'],
		['a=fmtp:96', 'payload-malformed'],
		['a=candidate:1 1 udp 1 192.0.2.7 9', 'candidate-malformed'],
		['a=candidate:1 1 udp x 192.0.2.7 9 typ host', 'candidate-malformed'],
		['a=candidate:1 1 udp 1 192.0.2.7 70000 typ host', 'candidate-malformed'],
		['a=candidate:1 1 udp 1 192.0.2.7 9 typ host', 'ice-credentials-missing'],
		['a=ice-ufrag:abc', 'ice-credentials-malformed'],
		['a=ice-pwd:tooShort', 'ice-credentials-malformed'],
		['a=fingerprint:sha-256 AB:CD', 'fingerprint-malformed'],
		[`a=fingerprint:sha-1 ${'AB:'.repeat(19)}CD more`, 'fingerprint-malformed'],
		['a=fingerprint:own 13 more', 'fingerprint-malformed'],
		['a=rtcp:9 IN IP4 192.0.2.7 more', 'attribute-malformed'],
		['a=setup:later', 'setup-malformed'],
		['a=ice-lite', 'line-misplaced'],
		['a=ssrc:1234', 'attribute-malformed']
	])('is named: %s', (line, code) => {
		const text = lines(...sound.slice(0, -1), line);
		expect(parseSdp(text).problems).toContainEqual(
			expect.objectContaining({ code, offset: text.lastIndexOf(line), length: line.length })
		);
	});

	test.each([
		[sound.slice(1), ['version-missing']],
		[sound.with(0, 'v=1'), ['version-unsupported']],
		[sound.with(1, 'o=- 123'), ['origin-malformed']],
		[sound.with(3, 't=0'), ['timing-malformed']],
		[[...HEAD.slice(0, 2), 't=0 0', 's=-', ...sound.slice(4)], ['line-misplaced']],
		[
			[...HEAD, 'o=- 1 1 IN IP4 192.0.2.7'],
			['line-repeated', 'line-misplaced']
		],
		[sound.slice(0, 5), ['connection-missing']],
		[[...HEAD, 'm=audio 0 RTP/AVP 96'], []],
		[[...sound, 'a=sendonly', 'a=sendrecv'], ['attribute-repeated']],
		[[...sound, 'a=mid:0', ...sound.slice(4), 'a=mid:0'], ['mid-repeated']],
		[[...HEAD, 'a=group:BUNDLE 0 1', ...sound.slice(4), 'a=mid:0'], ['group-unresolved']],
		[[], ['name-missing', 'origin-missing', 'timing-missing', 'version-missing']]
	])('is named: %j', (all, codes) => {
		expect(
			parseSdp(lines(...all))
				.problems.map(({ code }) => code)
				.sort()
		).toEqual(codes.sort());
	});
});

describe('for any text', () => {
	const text = fc.oneof(descriptionText, anyText);

	test('no attribute is lost: it is told of, among the others, or a problem', () => {
		fc.assert(
			fc.property(text, (written) => {
				const sdp = parseSdp(written);
				const told = JSON.stringify(sdp, (_key, value: unknown) =>
					value instanceof Map ? [...value] : value
				);
				const elsewhere = [
					...sdp.problems,
					...sdp.others,
					...sdp.media.flatMap(({ others }) => others)
				];
				const offsets = new Set(elsewhere.map(({ offset }) => offset));
				for (const { type, value, offset } of splitLines(written)) {
					const [word = ''] = /[^\s:/]*$/.exec(value) ?? [];
					if (type !== 'a' || !value.includes(':') || offsets.has(offset)) continue;
					expect(told).toContain(JSON.stringify(word).slice(1, -1));
				}
			})
		);
	});

	test('lines and problems are where they say', () => {
		fc.assert(
			fc.property(text, (written) => {
				for (const { type, value, offset, length } of splitLines(written)) {
					const line = written.slice(offset, offset + length);
					expect(line).toBe(type === '' ? value : `${type}=${value}`);
					expect(line).not.toContain('\n');
				}
				const { problems } = parseSdp(written);
				for (const { offset, length } of problems) {
					expect(offset + length).toBeLessThanOrEqual(written.length);
				}
				expect(problems.map(({ offset }) => offset)).toEqual(
					problems.map(({ offset }) => offset).sort((a, b) => a - b)
				);
			})
		);
	});

	test('time stays linear', () => {
		const startedAt = performance.now();
		parseSdp('a=x\r\n'.repeat(50_000) + 'm=audio 9 RTP/AVP 0\r\n'.repeat(20_000));
		parseSdp(`m=audio 9 RTP/AVP${' 96'.repeat(50_000)}\r\n` + 'a=rtpmap:96 a/1\r\n'.repeat(50_000));
		parseSdp(`a=group:BUNDLE${' 0'.repeat(50_000)}\r\n` + 'm=\r\na=mid:0\r\n'.repeat(10_000));
		parseSdp(`m=audio 9 RTP/AVP 0\r\na=candidate:${'1 '.repeat(100_000)}`);
		parseSdp(`m=audio 9 RTP/AVP 0\r\na=fingerprint:${' '.repeat(100_000)}${'a:'.repeat(100_000)}`);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
