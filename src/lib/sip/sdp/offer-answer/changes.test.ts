import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionText } from '../../../../../tests/arbitraries/description.ts';
import { parseSdp } from '../sdp.ts';
import { changedSince } from './changes.ts';

const LINES = [
	'v=0',
	'o=- 4611 9 IN IP4 192.0.2.7',
	's=-',
	't=0 0',
	'm=audio 49170 RTP/SAVPF 111 0 126',
	'c=IN IP4 192.0.2.7',
	'a=candidate:1 1 udp 2122262783 192.0.2.7 49170 typ host',
	'a=ice-ufrag:8hhY',
	'a=ice-pwd:asd88fgpdd777uzjYhagZg',
	'a=setup:actpass',
	'a=rtpmap:111 opus/48000/2',
	'a=rtpmap:126 telephone-event/8000',
	'a=sendrecv'
];

/** The description again, with the next version and some lines written otherwise. */
function again(...changes: (readonly [line: string, instead: string])[]): string {
	const next = [['o=', 'o=- 4611 10 IN IP4 192.0.2.7'] as const, ...changes];
	return LINES.map((line) => {
		const change = next.findLast(([begins]) => line.startsWith(begins));
		return change ? change[1] : line;
	}).join('\r\n');
}

function since(next: string, previous = LINES.join('\r\n')) {
	return changedSince(parseSdp(previous), parseSdp(next));
}

describe('changedSince', () => {
	test.each([
		[['a=sendrecv', 'a=sendonly'], { kind: 'direction', from: 'sendrecv', to: 'sendonly' }],
		[
			['m=', 'm=audio 49170 RTP/SAVPF 111 126'],
			{ kind: 'codecs', added: [], removed: ['pcmu/8000'] }
		],
		[['m=', 'm=audio 49170 RTP/SAVPF 0 111 126'], { kind: 'codecs', added: [], removed: [] }],
		[['m=', 'm=audio 0 RTP/SAVPF 111 0 126'], { kind: 'section-refused' }],
		[['a=setup', 'a=setup:active'], { kind: 'setup', from: 'actpass', to: 'active' }],
		[
			['a=candidate', 'a=candidate:1 1 udp 1 192.0.2.8 49170 typ host'],
			{ kind: 'candidates', added: 1, removed: 1 }
		],
		[
			['a=setup', `a=fingerprint:sha-1 ${'AB:'.repeat(19)}CD\r\na=setup:actpass`],
			{ kind: 'fingerprint' }
		]
	] as const)('%j', (change, expected) => {
		expect(since(again(change))).toEqual({ changes: [{ ...expected, section: 0 }], problems: [] });
	});

	test('a new user and password begin ICE anew; one of them alone does not', () => {
		const user = ['a=ice-ufrag', 'a=ice-ufrag:9iiZ'] as const;
		const password = ['a=ice-pwd', 'a=ice-pwd:otherPasswordOfEnoughLetters'] as const;
		expect(since(again(user, password))).toEqual({
			changes: [{ kind: 'ice-restart', section: 0 }],
			problems: []
		});
		expect(since(again(user))).toMatchObject({
			changes: [],
			problems: [{ code: 'ice-restart-incomplete', section: 0 }]
		});
	});

	test('where media go to, where ICE does not say it', () => {
		const plain = (lines: string) => lines.replace(/a=(?:ice|candidate).*\r\n/g, '');
		const next = plain(
			again(['c=', 'c=IN IP6 2001:db8::7'], ['m=', 'm=audio 9 RTP/SAVPF 111 0 126'])
		);
		expect(since(next, plain(again())).changes).toEqual([
			{ kind: 'address', section: 0, from: '192.0.2.7:49170', to: '[2001:db8::7]:9' }
		]);
		expect(since(again(['c=', 'c=IN IP4 0.0.0.0'])).changes).toEqual([]);
	});

	test('sections come, go and come back', () => {
		const video = '\r\nm=video 9 RTP/SAVPF 96';
		expect(since(again() + video).changes).toEqual([{ kind: 'section-added', section: 1 }]);
		expect(since(again(), LINES.join('\r\n') + video).problems).toMatchObject([
			{ code: 'section-removed' }
		]);
		const refused = again(['m=', 'm=audio 0 RTP/SAVPF 111 0 126']);
		expect(since(again(), refused).changes).toEqual([{ kind: 'section-resumed', section: 0 }]);
	});

	test.each([
		['o=- 4611 9 IN IP4 192.0.2.7', 'version-not-increased'],
		['o=- 4611 8 IN IP4 192.0.2.7', 'version-not-increased'],
		['o=- 4612 1 IN IP4 192.0.2.7', 'session-replaced'],
		['o=alice 4611 10 IN IP4 192.0.2.7', 'session-replaced']
	])('%s: %s', (origin, code) => {
		expect(since(again(['o=', origin], ['a=sendrecv', 'a=inactive'])).problems).toMatchObject([
			{ code }
		]);
	});

	test('nothing is wrong with the same version of the same, nor with a longer number', () => {
		expect(since(LINES.join('\r\n'))).toEqual({ changes: [], problems: [] });
		const origin = ['o=', 'o=- 4611 99999999999999999999 IN IP4 192.0.2.7'] as const;
		expect(since(again(origin, ['a=sendrecv', 'a=inactive'])).problems).toEqual([]);
	});

	test('a payload type keeps its codec', () => {
		expect(since(again(['a=rtpmap:111', 'a=rtpmap:111 iLBC/8000'])).problems).toMatchObject([
			{ code: 'payload-type-reassigned', section: 0 }
		]);
	});

	test('never throws; nothing changes since itself', () => {
		fc.assert(
			fc.property(descriptionText, descriptionText, (first, second) => {
				const [previous, next] = [parseSdp(first), parseSdp(second)];
				changedSince(previous, next);
				expect(changedSince(next, next)).toEqual({ changes: [], problems: [] });
			})
		);
	});
});
