import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateEntries } from '../../../../bench/generate.ts';
import { descriptionText } from '../../../../tests/arbitraries/description.ts';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { scanHead } from '../head.ts';
import { codecName, isAuxiliary, type SdpPayload } from './codecs.ts';
import { parseSdp } from './sdp.ts';
import { type SessionScan, scanSession } from './session-scan.ts';

/** What `scanSession` promises, told from the full reader. */
function summary(text: string): SessionScan | undefined {
	const [first] = parseSdp(text).media;
	return (
		first && {
			port: first.port,
			payloadTypes: first.payloads.map(({ type }) => type),
			codec: first.payloads[0]?.codec.toLowerCase() ?? '',
			codecs: namesOf(first.payloads),
			direction: first.direction
		}
	);
}

function namesOf(payloads: readonly SdpPayload[]): string[] {
	const spoken = payloads.filter((payload) => payload.codec !== '' && !isAuxiliary(payload));
	return [...new Set(spoken.map(codecName))];
}

/** What it says, all of it asked for. */
function scanned(text: string, start?: number): SessionScan | undefined {
	const scan = scanSession(text, start);
	if (scan === undefined) return undefined;
	const { port, payloadTypes, codec, codecs, direction } = scan;
	return { port, payloadTypes, codec, codecs, direction };
}

describe('scanSession', () => {
	test('says what the full reader says', () => {
		fc.assert(
			fc.property(fc.oneof(descriptionText, anyText), (text) => {
				expect(scanned(text)).toEqual(summary(text));
			}),
			{ numRuns: 1_000 }
		);
	});

	test('of a description within a message too', () => {
		let count = 0;
		for (const { text = '' } of generateEntries(500)) {
			const { contentType, bodyOffset } = scanHead(text);
			if (contentType !== 'application/sdp') continue;
			const body = text.slice(bodyOffset);
			expect(scanned(text, bodyOffset)).toEqual(summary(body));
			count++;
		}
		expect(count).toBeGreaterThan(20);
	});

	test('is of the first section alone, with what the session says for all', () => {
		const lines = [
			'o=- 77 3 IN IP4 192.0.2.1',
			'c=IN IP4 0.0.0.0',
			'a=inactive',
			'm=audio 49170 RTP/AVP 111 0',
			'a=rtpmap:0 PCMU/8000',
			'a=rtpmap:111 opus/48000/2',
			'a=rtpmap:111 other/8000',
			'm=video 0 RTP/AVP 96',
			'c=IN IP4 192.0.2.1',
			'a=sendonly'
		];
		const scan = {
			port: 49170,
			payloadTypes: [111, 0],
			codec: 'opus',
			codecs: ['opus', 'pcmu'],
			direction: 'inactive'
		};
		expect(scanned(lines.join('\r\n'))).toEqual(scan);
		expect(scanned(lines.slice(0, 4).join('\n'))).toEqual({ ...scan, codec: '', codecs: ['pcmu'] });
		expect(scanned(lines.slice(0, 3).join('\n'))).toBeUndefined();
	});

	test('keeps to linear time', () => {
		const startedAt = performance.now();
		scanned('a=x\n'.repeat(200_000) + `m=audio ${' '.repeat(200_000)}9`);
		scanned(`m=audio 9 RTP/AVP ${'x '.repeat(200_000)}\na=rtpmap:${'1'.repeat(200_000)}`);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
