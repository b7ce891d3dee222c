import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanHead } from '../../../sip/head.ts';
import { highlight } from './highlighter.ts';
import { plainLines, textOf } from './styled-line.ts';

/** Text that is nearly SIP, and text that is not at all. */
const wire = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'INVITE sip:101@example.com SIP/2.0',
				'SIP/2.0 200 OK',
				'From: "A" <sip:a@example.com>;tag=1',
				'P-rc: <Msg><Hdr Cmd="6"/></Msg>',
				' folded;x="open',
				'v=0',
				'a=rtpmap:111 opus/48000/2',
				'{"a":[1,"b',
				'<Msg a="',
				'\r\n',
				'\n',
				'\r'
			),
			fc.string({ unit: 'binary', maxLength: 40 })
		),
		{ maxLength: 20 }
	)
	.chain((parts) => fc.constantFrom('\r\n', '\n', '').map((end) => parts.join(end)));

const highlighted = (text: string) => highlight(text, scanHead(text).bodyOffset);

test('highlighted lines are the text, character for character', () => {
	fc.assert(
		fc.property(wire, (text) => {
			expect(textOf(highlighted(text))).toBe(text);
		})
	);
});

test('plain lines are the text, and the same lines', () => {
	fc.assert(
		fc.property(wire, (text) => {
			const plain = plainLines(text);
			expect(textOf(plain)).toBe(text);
			expect(highlighted(text).map((line) => textOf([line]))).toEqual(
				plain.map((line) => textOf([line]))
			);
		})
	);
});

test('a line of a hundred thousand characters does not hold up the page', () => {
	const text = `INVITE sip:a@example.com SIP/2.0\r\nX: ${'a=;'.repeat(40_000)}\r\n\r\n`;
	const start = performance.now();
	expect(textOf(highlighted(text))).toBe(text);
	expect(performance.now() - start).toBeLessThan(1000);
});
