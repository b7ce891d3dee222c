import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText, messageText } from '../../../tests/arbitraries/message.ts';
import { composeRequest, composeResponse } from './compose.ts';
import { parseMessage } from './message.ts';
import { splitMessages } from './split-messages.ts';

const headers = [
	['Via', 'SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK-1'],
	['From', '<sip:a@example.com>;tag=1'],
	['To', '"é" <sip:b@example.com>'],
	['Call-ID', '1'],
	['CSeq', '1 MESSAGE']
] as const;
const first = composeRequest({
	method: 'MESSAGE',
	uri: 'sip:b@example.com',
	headers,
	body: 'né😀'
});
const second = composeResponse({ status: 200, headers, body: 'OPTIONS sip:x SIP/2.0\r\n\r\n' });

const kinds = (buffer: string | Uint8Array) => splitMessages(buffer).map(({ kind }) => kind);

describe('splitMessages', () => {
	test('parts messages by their Content-Length, whatever their bodies hold', () => {
		const pieces = splitMessages(`${first}${second}\r\n\r\n${first}`);
		expect(pieces.map(({ wire }) => wire)).toEqual([first, second, '\r\n\r\n', first]);
		expect(pieces.map(({ kind }) => kind)).toEqual(['message', 'message', 'keep-alive', 'message']);
		for (const { wire } of [pieces[0], pieces[1], pieces[3]].filter((piece) => !!piece)) {
			expect(parseMessage(wire).problems).toEqual([]);
		}
	});

	test('parts bytes as it parts their text', () => {
		const text = `\r\n${first}${second}`;
		const pieces = splitMessages(new TextEncoder().encode(text));
		const decoder = new TextDecoder();
		expect(pieces.map(({ wire }) => decoder.decode(wire))).toEqual(['\r\n', first, second]);
	});

	test.each([
		['a head that goes on', first.slice(0, 60), ['incomplete']],
		['a body that goes on', second + first.slice(0, -1), ['message', 'incomplete']],
		['no Content-Length: all the rest', first.replace(/Content-Length.*\r\n/, ''), ['message']],
		['noise before a message', `noise\r\nmore\r\n${first}`, ['unreadable', 'message']],
		['noise behind one', `${first}noise`, ['message', 'unreadable']],
		['nothing', '', []]
	])('%s', (_, buffer, expected) => {
		expect(kinds(buffer)).toEqual(expected);
	});

	test('says how much of a body is beyond the buffer', () => {
		const [, piece] = splitMessages(second + first.slice(0, -'é😀'.length));
		expect(piece).toMatchObject({ kind: 'incomplete', lacks: 6 });
		expect(splitMessages(first.slice(0, 60))[0]).not.toHaveProperty('lacks');
	});

	test('loses nothing of any buffer', () => {
		const buffers = fc.oneof(
			anyText,
			fc
				.array(fc.oneof(messageText, anyText, fc.constantFrom(first, second, '\r\n\r\n')))
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(buffers, (buffer) => {
				const pieces = splitMessages(buffer);
				expect(pieces.map(({ wire }) => wire).join('')).toBe(buffer);
				let offset = 0;
				for (const piece of pieces) {
					expect(piece.offset).toBe(offset);
					offset += piece.wire.length;
				}
			})
		);
	});
});

test('a message behind another in one frame has a code of its own', () => {
	const frame = `${first}\r\n${second}`;
	const [problem, ...others] = parseMessage(frame).problems;
	expect(others).toEqual([]);
	expect(problem).toMatchObject({ code: 'message-behind', source: 'RFC 7118 §5.1' });
	expect(frame.slice(problem?.offset)).toBe(second);
	expect(problem?.length).toBe(second.length);
});

test.each([
	['\r\n\r\n', []],
	['\r\n', []],
	['\n', ['start-line-malformed']],
	['', ['start-line-malformed']]
])('%j: %j', (text, codes) => {
	expect(parseMessage(text).problems.map(({ code }) => code)).toEqual(codes);
});
