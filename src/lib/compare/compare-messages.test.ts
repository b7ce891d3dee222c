import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionText } from '../../../tests/arbitraries/description.ts';
import { anyText, messageText } from '../../../tests/arbitraries/message.ts';
import { compareMessages } from './compare-messages.ts';
import type { ComparedLine, Comparison, ComparisonRow, Piece } from './comparison.ts';

const rowsOf = ({ sections }: Comparison) => sections.flatMap(({ rows }) => rows);
const textOf = (line: ComparedLine) => line.pieces.map(({ text }) => text).join('');
const kept = (pieces: readonly Piece[]) =>
	pieces.flatMap(({ text, changed }) => (changed ? [] : [text])).join('');

/** One side's lines in their own order. */
function sideOf(comparison: Comparison, side: 'left' | 'right'): string {
	return rowsOf(comparison)
		.flatMap((row) => row[side] ?? [])
		.sort((a, b) => a.place - b.place)
		.map(textOf)
		.join('');
}

/** Both sides of what has changed, `{-…-}` and `{+…+}`, without line ends; what is the same is left out. */
function printed(comparison: Comparison): string[] {
	return comparison.sections.flatMap(({ title, rows }) => [
		`# ${title}`,
		...rows.filter(({ kind }) => kind !== 'same').map(printedRow)
	]);
}

function printedRow({ kind, left, right }: ComparisonRow): string {
	const mark = (line: ComparedLine | undefined, [open, close]: [string, string]) =>
		line?.pieces
			.map(({ text, changed }) => (changed ? open + text + close : text))
			.join('')
			.trim();
	const sides = [mark(left, ['{-', '-}']), mark(right, ['{+', '+}'])];
	const words = kind === 'moved' ? sides.slice(1) : sides.filter(Boolean);
	return `${kind} ${words.join(' => ')}`.replaceAll('\r\n', '');
}

const json = fc.json().map((text) => `INFO sip:a SIP/2.0\r\n\r\n${text}`);
const xml = fc
	.array(fc.tuple(fc.constantFrom('Cmd', 'SID', 'Req'), fc.stringMatching(/^[^"<>]{0,5}$/)))
	.map((all) => all.map(([name, value]) => ` ${name}="${value}"`).join(''))
	.map((attributes) => `MESSAGE sip:a SIP/2.0\r\n\r\n<Msg><Hdr${attributes}/><Bdy/></Msg>`);
const sdp = descriptionText.map((text) => `INVITE sip:a SIP/2.0\r\nVia: a\r\n\r\nv=0\r\n${text}`);
const text = fc.oneof(anyText, sdp, json, xml);

describe('any two texts', () => {
	test('nothing of either is lost, and both agree about what has not changed', () => {
		fc.assert(
			fc.property(text, text, (left, right) => {
				const comparison = compareMessages(left, right);
				expect(sideOf(comparison, 'left')).toBe(left);
				expect(sideOf(comparison, 'right')).toBe(right);
				for (const { kind, left: one, right: other } of rowsOf(comparison)) {
					if (!one || !other) continue;
					expect(kept(one.pieces)).toBe(kept(other.pieces));
					expect(textOf(one) === textOf(other)).toBe(kind !== 'changed');
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('a text is the same as itself', () => {
		fc.assert(
			fc.property(text, (one) => {
				expect(rowsOf(compareMessages(one, one)).filter(({ kind }) => kind !== 'same')).toEqual([]);
			})
		);
	});

	test('what one way round was added was removed the other way round', () => {
		fc.assert(
			fc.property(text, text, (left, right) => {
				const [there, back] = [compareMessages(left, right), compareMessages(right, left)];
				expect(there.counts.added - there.counts.removed).toBe(
					back.counts.removed - back.counts.added
				);
			})
		);
	});

	test('fields in another order are the same fields', () => {
		fc.assert(
			fc.property(messageText, fc.infiniteStream(fc.nat()), (one, keys) => {
				const [start = '', ...fields] = one
					.slice(0, one.indexOf('\r\n\r\n') + 2)
					.split(/(?<=\r\n)(?![ \t])/);
				const shuffled = fields
					.map((field) => ({ field, key: keys.next().value }))
					.sort((a, b) => a.key - b.key)
					.map(({ field }) => field);
				const { counts } = compareMessages(
					`${start}${fields.join('')}\r\n`,
					`${start}${shuffled.join('')}\r\n`
				);
				expect(counts).toMatchObject({ changed: 0, added: 0, removed: 0 });
			})
		);
	});
});

test('a refresh beside the REGISTER before it', () => {
	const register = (call: string, cseq: number, more: string[] = []) =>
		[
			'REGISTER sip:sip.example.com SIP/2.0',
			`Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-${call}`,
			'From: <sip:101@sip.example.com>;tag=a1',
			`Call-Id: ${call}`,
			`CSeq: ${cseq} REGISTER`,
			...more,
			'Contact: <sip:a@a.invalid;transport=wss>;expires=60',
			'',
			''
		].join('\r\n');
	const before = register('one', 7, ['Max-Forwards: 70', 'User-Agent: x']);
	const after = register('two', 8, ['User-Agent: x', 'Authorization: Digest realm="r"']).replace(
		'Call-Id',
		'i'
	);
	expect(printed(compareMessages(before, after))).toEqual([
		'# Head',
		'changed Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-{-one-} => Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-{+two+}',
		'changed {-Call-Id: one-} => {+i: two+}',
		'changed CSeq: {-7-} REGISTER => CSeq: {+8+} REGISTER',
		'removed {-Max-Forwards: 70-}',
		'added {+Authorization: Digest realm="r"+}'
	]);
});

test('descriptions by their sections, codecs by their payload types', () => {
	const invite = (body: string[]) =>
		`INVITE sip:a SIP/2.0\r\nVia: a\r\n\r\n${body.join('\r\n')}\r\n`;
	const before = invite([
		'v=0',
		'o=- 1 1 IN IP4 192.0.2.7',
		'm=audio 9 RTP/AVP 111 0',
		'a=rtpmap:111 opus/48000/2',
		'a=rtpmap:0 PCMU/8000',
		'a=sendrecv'
	]);
	const after = invite([
		'v=0',
		'o=- 1 2 IN IP4 192.0.2.7',
		'm=audio 9 RTP/AVP 0',
		'a=sendonly',
		'a=rtpmap:0 PCMU/8000',
		'm=video 0 RTP/AVP 96'
	]);
	expect(printed(compareMessages(before, after))).toEqual([
		'# Head',
		'# Session',
		'changed o=- 1 {-1-} IN IP4 192.0.2.7 => o=- 1 {+2+} IN IP4 192.0.2.7',
		'# Media 1: audio',
		'changed m=audio 9 RTP/AVP {-111 -}0 => m=audio 9 RTP/AVP 0',
		'removed {-a=rtpmap:111 opus/48000/2-}',
		'changed a={-sendrecv-} => a={+sendonly+}',
		'# Media 2: video',
		'added {+m=video 0 RTP/AVP 96+}'
	]);
});

test('commands by their attributes, JSON by its members', () => {
	const message = (body: string) => `MESSAGE sip:a SIP/2.0\r\nVia: a\r\n\r\n${body}`;
	expect(
		printed(
			compareMessages(
				message('<Msg><Hdr SID="1" Cmd="6" Req="2"/><Bdy Cln="a" Nm="x"/></Msg>'),
				message('<Msg><Hdr Cmd="7" Req="2" SID="1"/><Bdy Cln="a" Sts="0"/></Msg>')
			)
		)
	).toEqual([
		'# Head',
		'# Body',
		'changed Cmd="{-6-}" => Cmd="{+7+}"',
		'moved SID="1"',
		'removed {- Nm="x"-}',
		'added {+ Sts="0"+}'
	]);
	expect(
		printed(
			compareMessages(
				message('{"request":{"reqid":1,"command":"hold"},"list":[1,2]}'),
				message('{"request":{"reqid":2,"command":"hold"},"list":[1,3],"x":{}}')
			)
		)
	).toEqual([
		'# Head',
		'# Body',
		'changed "reqid":{-1-}, => "reqid":{+2+},',
		'changed {-2-} => {+3+}',
		'changed ] => ]{+,+}',
		'added {+"x":{+}',
		'added {+}+}'
	]);
});

test.each([
	['a long line', (seed: string) => `X: ${`${seed} ${seed}x, `.repeat(60_000)}\r\n`],
	[
		'many fields',
		(seed: string) => Array.from({ length: 40_000 }, (_, at) => `Via: ${seed}${at}\r\n`).join('')
	],
	[
		'many lines of a body',
		(seed: string) =>
			`\r\n${Array.from({ length: 60_000 }, (_, at) => `${(at * 7919) % 60_000} ${seed}\n`).join('')}`
	]
])('a megabyte does not take for ever: %s', (_, make) => {
	const [left, right] = ['one', 'two'].map((seed) => `INVITE sip:a SIP/2.0\r\n${make(seed)}`);
	const comparison = compareMessages(left ?? '', right ?? '');
	expect(comparison.counts.changed).toBeGreaterThan(0);
	expect(sideOf(comparison, 'right')).toBe(right);
});
