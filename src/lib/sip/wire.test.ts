import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { parseMessage, printBytes, printMessage } from './message.ts';
import { wireBytes, wireText } from './wire.ts';

const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 300 }),
	anyText.map((text) => new TextEncoder().encode(text)),
	fc
		.tuple(anyText, fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.nat())
		.map(([text, noise, offset]) => {
			const bytes = new TextEncoder().encode(text);
			const at = offset % (bytes.length + 1);
			return Uint8Array.from([...bytes.subarray(0, at), ...noise, ...bytes.subarray(at)]);
		})
);

describe('wireText', () => {
	test('reads what is UTF-8 as the platform does, and tells what is not', () => {
		const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				const { text, charset } = wireText(bytes);
				if (charset === 'utf-8') expect(text).toBe(strict.decode(bytes));
				else expect(() => strict.decode(bytes)).toThrow();
			})
		);
	});

	test.each([
		['overlong', [0xc0, 0x80]],
		['a surrogate', [0xed, 0xa0, 0x80]],
		['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
		['cut', [0x41, 0xe2, 0x82]],
		['no lead', [0x80]]
	])('%s is no UTF-8', (_, bytes) => {
		expect(wireText(Uint8Array.from(bytes)).charset).toBe('octets');
	});

	test('writes UTF-8 as the platform does', () => {
		const units = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
		fc.assert(
			fc.property(fc.string({ unit: units }), (text) => {
				expect(wireBytes({ text, charset: 'utf-8' })).toEqual(new TextEncoder().encode(text));
			})
		);
	});

	test('holds more than one call’s worth of characters', () => {
		const bytes = new Uint8Array(100_000).fill(0xff);
		expect(wireBytes(wireText(bytes))).toEqual(bytes);
		const text = 'é😀'.repeat(20_000);
		expect(wireText(new TextEncoder().encode(text)).text).toBe(text);
	});
});

describe('printing gives back', () => {
	test('every text', () => {
		fc.assert(fc.property(anyText, (text) => printMessage(parseMessage(text)) === text));
	});

	test('all bytes', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				const message = parseMessage(bytes);
				void message.problems;
				expect(printBytes(message)).toEqual(bytes);
			}),
			{ numRuns: 500 }
		);
	});
});

test('Content-Length counts the bytes of a body that is no UTF-8', () => {
	const head = new TextEncoder().encode(
		[
			'MESSAGE sip:b@example.com SIP/2.0',
			'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK1',
			'From: <sip:a@example.com>;tag=1',
			'To: <sip:b@example.com>',
			'Call-ID: 1',
			'CSeq: 1 MESSAGE',
			'Content-Length: 3',
			'',
			''
		].join('\r\n')
	);
	const message = parseMessage(Uint8Array.from([...head, 0xff, 0x00, 0xe9]));
	expect(message).toMatchObject({ charset: 'octets', body: '\xff\0\xe9', problems: [] });
});
