import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionText } from '../../../../tests/arbitraries/description.ts';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseIceFragment } from './ice-fragment.ts';
import { splitLines } from './line.ts';

describe('parseIceFragment', () => {
	test('reads candidates by section, and their end', () => {
		const fragment = parseIceFragment(
			[
				'a=ice-ufrag:8hhY',
				'a=ice-pwd:asd88fgpdd777uzjYhagZg',
				'm=audio 9 RTP/AVP 0',
				'a=mid:0',
				'a=rtcp-mux',
				'a=candidate:1 1 udp 2122262783 192.0.2.7 52000 typ host',
				'a=candidate:2 1 udp 1685987071 203.0.113.40 46154 typ srflx raddr 192.0.2.7 rport 52000',
				'm=video 9 RTP/AVP 0',
				'a=mid:1',
				'a=end-of-candidates',
				''
			].join('\r\n')
		);
		expect(fragment).toMatchObject({
			iceUfrag: '8hhY',
			icePwd: 'asd88fgpdd777uzjYhagZg',
			sections: [
				{
					kind: 'audio',
					mid: '0',
					candidates: [{ type: 'host' }, { type: 'srflx' }],
					endOfCandidates: false
				},
				{ kind: 'video', mid: '1', candidates: [], endOfCandidates: true }
			],
			others: [{ value: 'rtcp-mux' }]
		});
	});

	test('does without m= lines, and without a mid', () => {
		expect(
			parseIceFragment(
				'a=mid:0\na=candidate:1 1 udp 1 192.0.2.7 9 typ host\na=mid:1\na=end-of-candidates'
			)?.sections
		).toMatchObject([
			{ mid: '0', candidates: [{ port: 9 }], endOfCandidates: false },
			{ mid: '1', candidates: [], endOfCandidates: true }
		]);
		expect(parseIceFragment('a=end-of-candidates')?.sections).toEqual([
			{ candidates: [], endOfCandidates: true }
		]);
	});

	test.each(['', 'text', '{"request":1}', 'm=audio 9 RTP/AVP 0\na=mid:0'])('%j is none', (text) => {
		expect(parseIceFragment(text)).toBeUndefined();
	});

	test('never throws, and loses no candidate', () => {
		fc.assert(
			fc.property(fc.oneof(descriptionText, anyText), (text) => {
				const { sections = [], others = [] } = parseIceFragment(text) ?? {};
				const written = splitLines(text).filter(
					({ type, value }) => type === 'a' && value.startsWith('candidate:')
				);
				const read = sections.flatMap(({ candidates }) => candidates);
				const kept = others.filter(
					({ type, value }) => type === 'a' && value.startsWith('candidate:')
				);
				if (sections.length > 0) expect(read.length + kept.length).toBe(written.length);
			})
		);
		const startedAt = performance.now();
		parseIceFragment('a=mid:0\r\n'.repeat(50_000) + `a=${'candidate:'.repeat(50_000)}`);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
