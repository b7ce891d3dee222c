import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64 } from '../formats/bytes/base64.ts';
import { encodeUtf8 } from '../sip/grammar/utf-8.ts';
import { LeakScan } from './leak-scan.ts';
import { isVocabulary } from './pseudonyms/vocabulary.ts';
import type { Replacement } from './redactor.ts';

const REPLACEMENTS: Replacement[] = [
	{ kind: 'number', original: '+16505554201', pseudonym: '+16505550100' },
	{ kind: 'name', original: 'Zoë "Z" O\'Neil & <Sons>', pseudonym: 'Person 1' },
	{ kind: 'digest', original: 'XXvrW1176i9sn4clcQVdEk6e/zAYx+Ey', pseudonym: '0'.repeat(32) },
	{ kind: 'ip', original: '10.20.30.4', pseudonym: '192.0.2.1' },
	{ kind: 'user', original: 'martin', pseudonym: 'user1' },
	{ kind: 'extension', original: '101', pseudonym: '901' },
	{ kind: 'name', original: 'Session', pseudonym: 'Person 2' }
];

function originalsIn(...chunks: (string | Uint8Array)[]): string[] {
	const scan = new LeakScan(REPLACEMENTS);
	chunks.forEach((chunk) => scan.feed(chunk));
	return scan.leaks.map(({ original }) => original);
}

const NAME = 'Zoë "Z" O\'Neil & <Sons>';

describe('an original is found', () => {
	test.each([
		['as it is', NAME],
		['in JSON', JSON.stringify({ name: `\n${NAME}` })],
		['in JSON within JSON', JSON.stringify(JSON.stringify({ name: NAME }))],
		['in JSON of ASCII alone', JSON.stringify(NAME).replace('ë', '\\u00eb')],
		['in XML', '<a b="Zoë &quot;Z&quot; O&apos;Neil &amp; &lt;Sons&gt;"/>'],
		['in HTML', '<p>Zoë "Z" O\'Neil &amp; &lt;Sons&gt;</p>'],
		['in CSV', '1,"Zoë ""Z"" O\'Neil & <Sons>",2'],
		['in Markdown', 'by Zoë "Z" O\'Neil & \\<Sons\\>'],
		['in a URL', `?name=${encodeURIComponent(NAME)}&x=y`],
		['in base64', `{"bytes":"${base64(encodeUtf8(`From: ${NAME};tag=a`))}"}`],
		['in other letter case', 'From: ZOë "z" o\'neil & <SONS>']
	])('%s', (_, text) => {
		expect(originalsIn(text)).toEqual([NAME]);
	});

	test.each([
		'+16505554201',
		'tel:16505554201;x',
		'6505554201',
		'%2B16505554201',
		'"\\n16505554201"'
	])('a number in %s', (text) => {
		expect(originalsIn(text)).toEqual(['+16505554201']);
	});

	test('wherever it is cut into chunks', () => {
		const bytes = encodeUtf8(`a ${NAME} b ${base64(encodeUtf8('10.20.30.4 calls'))} c martin`);
		const cuts = fc.array(fc.nat(bytes.length), { maxLength: 8 });
		fc.assert(
			fc.property(cuts, (places) => {
				const all = [0, ...places.sort((a, b) => a - b), bytes.length];
				const chunks = all.slice(1).map((end, index) => bytes.slice(all[index], end));
				expect(originalsIn(...chunks)).toEqual([NAME, '10.20.30.4', 'martin']);
			})
		);
	});
});

describe('nothing is found', () => {
	test.each([
		['of a longer number', 'CSeq: 116505554201 INVITE'],
		['of a longer address', 'c=IN IP4 110.20.30.4 and 10.20.30.45'],
		['of a longer name', 'Martinez, Smartin'],
		['that is too short to tell', 'm=audio 9 RTP/AVP 101'],
		['that SIP says itself', 'Session-Expires: 1800'],
		['of a pseudonym', 'From: "Person 1" <sip:+16505550100@192.0.2.1>']
	])('%s', (_, text) => {
		expect(originalsIn(text)).toEqual([]);
	});
});

test('tells where a leak is, in bytes', () => {
	const scan = new LeakScan(REPLACEMENTS);
	scan.feed('ëë ');
	scan.feed('martin');
	expect(scan.leaks).toEqual([{ kind: 'user', original: 'martin', offset: 5, isBase64: false }]);
});

test('short originals, and words of SIP, are found in their fields', () => {
	const scan = new LeakScan(REPLACEMENTS);
	const text =
		'BYE sip:101@192.0.2.1 SIP/2.0\r\nFrom: Session <sip:a@example.com>\r\nSession-Expires: 101\r\n\r\n';
	const leaks = scan.leaksIn({ kind: 'message', direction: 'sent', seq: 0, at: 0, text });
	expect(leaks.map(({ original }) => original)).toEqual(['101', 'Session']);
});

test('any original of six characters is found in any text', () => {
	const original = fc
		.string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
		.filter((text) => !isVocabulary(text));
	fc.assert(
		fc.property(original, fc.string(), fc.string(), (secret, before, after) => {
			const scan = new LeakScan([{ kind: 'password', original: secret, pseudonym: 'x' }]);
			scan.feed(JSON.stringify(`${before} ${secret} ${after}`));
			expect(scan.leaks.length).toBeGreaterThan(0);
		})
	);
});
