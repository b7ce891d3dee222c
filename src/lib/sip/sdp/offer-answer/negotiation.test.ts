import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionText } from '../../../../../tests/arbitraries/description.ts';
import { parseSdp } from '../sdp.ts';
import type { AgreedPayload } from './agreed-payloads.ts';
import { negotiate } from './negotiation.ts';

/** A description of one section of audio, as a browser writes it, with changes. */
function audio(...changes: (readonly [line: string, instead: string])[]) {
	const lines = [
		'v=0',
		'o=- 4611 2 IN IP4 192.0.2.7',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'm=audio 49170 UDP/TLS/RTP/SAVPF 111 0 126',
		'c=IN IP4 192.0.2.7',
		'a=candidate:1 1 udp 2122262783 192.0.2.7 49170 typ host',
		'a=ice-ufrag:8hhY',
		'a=ice-pwd:asd88fgpdd777uzjYhagZg',
		`a=fingerprint:sha-256 ${'AB:'.repeat(31)}CD`,
		'a=setup:actpass',
		'a=mid:0',
		'a=sendrecv',
		'a=rtcp-mux',
		'a=rtpmap:111 opus/48000/2',
		'a=rtpmap:126 telephone-event/8000'
	];
	for (const [line, instead] of changes) {
		const at = lines.findIndex((one) => one.startsWith(line));
		if (at < 0) lines.push(instead);
		else lines.splice(at, 1, ...(instead === '' ? [] : [instead]));
	}
	return parseSdp(lines.join('\r\n'));
}

const offer = audio();
const active = ['a=setup', 'a=setup:active'] as const;
const answer = audio(active);

function codes(negotiation: ReturnType<typeof negotiate>) {
	return negotiation.problems.map(({ code, side }) => (side ? `${code} (${side})` : code));
}

function printed({ offered, answered }: AgreedPayload): string {
	return `${answered.codec} ${offered.type}/${answered.type}`;
}

describe('negotiate', () => {
	test('tells what was agreed', () => {
		const { media, ice, problems } = negotiate(offer, answer);
		expect(problems).toEqual([]);
		expect(ice).toEqual({ offerer: 'full', answerer: 'full' });
		expect(media).toMatchObject([
			{
				kind: 'audio',
				mid: '0',
				state: 'accepted',
				flow: { offerer: 'sendrecv', answerer: 'sendrecv', heldBy: undefined },
				dtls: { offerer: 'server', answerer: 'client' },
				rtcpMux: true,
				bundled: true,
				iceRestart: { offerer: false, answerer: false }
			}
		]);
	});

	test('names a codec by both payload types, whatever the letter case', () => {
		const other = audio(
			active,
			['m=audio', 'm=audio 9 UDP/TLS/RTP/SAVPF 0 101 109'],
			['a=rtpmap:111', 'a=rtpmap:109 OPUS/48000'],
			['a=rtpmap:126', 'a=rtpmap:101 Telephone-Event/8000']
		);
		const [media] = negotiate(offer, other).media;
		expect(media?.payloads.map(printed)).toEqual([
			'PCMU 0/0',
			'Telephone-Event 126/101',
			'OPUS 111/109'
		]);
		expect(media?.codec && printed(media.codec)).toBe('PCMU 0/0');
		expect(media?.telephoneEvents.map(printed)).toEqual(['Telephone-Event 126/101']);
	});

	test.each([
		['sendrecv', 'sendrecv', 'sendrecv', undefined],
		['sendonly', 'recvonly', 'sendonly', 'offerer'],
		['sendonly', 'inactive', 'inactive', 'both'],
		['inactive', 'inactive', 'inactive', 'offerer'],
		['recvonly', 'sendonly', 'recvonly', undefined],
		['sendrecv', 'sendonly', 'recvonly', 'answerer'],
		['sendrecv', 'inactive', 'inactive', 'answerer']
	])('%s answered with %s: the offerer has %s, held by %s', (offered, answered, flow, heldBy) => {
		const { media, problems } = negotiate(
			audio(['a=sendrecv', `a=${offered}`]),
			audio(active, ['a=sendrecv', `a=${answered}`])
		);
		expect(problems).toEqual([]);
		expect(media[0]?.flow).toMatchObject({ offerer: flow, heldBy });
	});

	test('knows a hold of the old kind, but not where ICE has yet to find an address', () => {
		const plain = [
			['a=ice-ufrag', ''],
			['a=ice-pwd', ''],
			['a=candidate', '']
		] as const;
		const nowhere = ['c=', 'c=IN IP4 0.0.0.0'] as const;
		expect(negotiate(audio(nowhere, ...plain), audio(active, ...plain)).media[0]?.flow).toEqual({
			offerer: 'sendonly',
			answerer: 'recvonly',
			heldBy: 'offerer'
		});
		expect(negotiate(audio(nowhere), answer).media[0]?.flow?.heldBy).toBeUndefined();
	});

	test('tells an ICE-lite side, and who begins anew', () => {
		const lite = audio(active, ['t=', 't=0 0\r\na=ice-lite']);
		expect(negotiate(offer, lite).ice).toEqual({ offerer: 'full', answerer: 'lite' });
		const user = ['a=ice-ufrag', 'a=ice-ufrag:9iiZ'] as const;
		const again = [user, ['a=ice-pwd', 'a=ice-pwd:otherPasswordOfEnoughLetters']] as const;
		const previous = { offerer: offer, answerer: answer };
		const both = negotiate(audio(...again), audio(active, ...again), previous);
		expect(both.media[0]?.iceRestart).toEqual({ offerer: true, answerer: true });
		expect(both.problems).toEqual([]);
		expect(codes(negotiate(audio(...again), answer, previous))).toEqual([
			'ice-restart-not-answered (answer)'
		]);
		expect(codes(negotiate(offer, audio(active, ...again), previous))).toEqual([
			'ice-restart-not-offered (answer)'
		]);
	});

	test.each([
		[['m=audio', 'm=audio 0 UDP/TLS/RTP/SAVPF 111'], ['nothing-accepted']],
		[['m=audio', 'm=video 9 UDP/TLS/RTP/SAVPF 111'], ['kind-changed (answer)']],
		[['m=audio', 'm=audio 9 RTP/AVP 111'], ['protocol-changed (answer)']],
		[['m=audio', 'm=audio 9 RTP/SAVPF 111'], []],
		[['m=audio', 'm=audio 9 UDP/TLS/RTP/SAVPF 126 8'], ['no-common-codec']],
		[['a=fingerprint', ''], ['fingerprint-missing (answer)']],
		[['a=setup', ''], ['setup-missing (answer)']],
		[['a=setup', 'a=setup:actpass'], ['setup-not-chosen (answer)']],
		[['a=rtcp-mux', ''], ['rtcp-mux-refused (answer)']],
		[['a=ice-ufrag', ''], ['ice-not-answered (answer)']],
		[['a=group', 'a=group:BUNDLE 0 1'], ['bundle-not-offered (answer)']],
		[['a=own', 'm=video 9 RTP/AVP 0'], ['sections-surplus (answer)']]
	] as const)('answered with %j it says %j', (change, expected) => {
		expect(codes(negotiate(offer, audio(active, change)))).toEqual(expected);
	});

	test('knows roles that do not fit, and candidates that nobody has', () => {
		expect(codes(negotiate(audio(active), audio(active)))).toEqual(['setup-conflict']);
		const none = ['a=candidate', ''] as const;
		expect(codes(negotiate(audio(none), audio(active, none)))).toEqual(['candidates-missing']);
		const trickling = audio(none, ['a=ice-options', 'a=ice-options:trickle']);
		expect(codes(negotiate(trickling, audio(active, none)))).toEqual([]);
		expect(codes(negotiate(audio(none), answer))).toEqual([]);
	});

	test('knows what was refused, withdrawn or not answered', () => {
		const withdrawn = audio(['m=audio', 'm=audio 0 UDP/TLS/RTP/SAVPF 111']);
		expect(negotiate(withdrawn, answer)).toMatchObject({
			media: [{ state: 'withdrawn', payloads: [] }],
			problems: [{ code: 'withdrawn-accepted', section: 0 }, { code: 'nothing-accepted' }]
		});
		expect(negotiate(offer, parseSdp('v=0')).media).toMatchObject([{ state: 'unanswered' }]);
		const bundleOnly = audio(
			['m=audio', 'm=audio 0 UDP/TLS/RTP/SAVPF 111'],
			['-', 'a=bundle-only']
		);
		expect(negotiate(bundleOnly, answer).media[0]?.state).toBe('accepted');
	});

	test('never throws, and both sides see the same flow', () => {
		const mirrored = {
			sendrecv: 'sendrecv',
			sendonly: 'recvonly',
			recvonly: 'sendonly',
			inactive: 'inactive'
		};
		fc.assert(
			fc.property(descriptionText, descriptionText, (first, second) => {
				const [offered, answered] = [parseSdp(first), parseSdp(second)];
				const { media } = negotiate(offered, answered, { offerer: answered, answerer: offered });
				expect(media).toHaveLength(offered.media.length);
				for (const { flow } of media) {
					if (flow) expect(flow.answerer).toBe(mirrored[flow.offerer]);
				}
			})
		);
	});
});
