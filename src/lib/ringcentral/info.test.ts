import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '../sip/message.ts';
import { infoCommandWords, infoResultWords, parseInfo } from './info.ts';

const frame = new URL('../../../tests/fixtures/frames/info-recording-stopped.txt', import.meta.url);

describe('parseInfo', () => {
	test('reads a status nobody asked for', () => {
		expect(parseInfo(parseMessage(readFileSync(frame, 'utf8')).body)).toEqual({
			kind: 'status',
			reqid: 0,
			command: 'stopcallrecord',
			result: { code: 0, description: 'Recording stopped, subscriber has changed' },
			others: {}
		});
	});

	test('reads a request, and a response with members of its own', () => {
		expect(
			parseInfo('{"request":{"reqid":1,"command":"callflip","target":"16505550103"}}')
		).toEqual({
			kind: 'request',
			reqid: 1,
			command: 'callflip',
			target: '16505550103',
			others: {}
		});
		expect(
			parseInfo(
				'{"response":{"reqid":2,"command":"callpark","result":{"code":-6,"park extension":"813"}}}'
			)?.result
		).toEqual({ code: -6, description: '', 'park extension': '813' });
	});

	test('keeps members that it does not know', () => {
		expect(
			parseInfo('{"status":{"reqid":"x","command":"a","target":1,"result":2,"by":{"c":[3]}}}')
		).toEqual({
			kind: 'status',
			reqid: -1,
			command: 'a',
			others: { target: 1, result: 2, by: { c: [3] } }
		});
	});

	test.each(['', '{', '[]', 'null', '{"request":[]}', '{"request":{"reqid":1}}', 'a=candidate:1'])(
		'%j is none',
		(json) => {
			expect(parseInfo(json)).toBeUndefined();
		}
	);

	test('never throws', () => {
		fc.assert(fc.property(fc.json(), (json) => void parseInfo(`{"response":${json}}`)));
		fc.assert(fc.property(fc.string(), (text) => void parseInfo(text)));
		expect(parseInfo('['.repeat(100_000))).toBeUndefined();
	});
});

test('commands and results in words, as far as they are known', () => {
	expect(infoCommandWords('callpark')).toContain('park');
	expect(infoCommandWords('toString')).toBeUndefined();
	expect([0, -4, -6].map(infoResultWords)).not.toContain(undefined);
	expect(infoResultWords(-5)).toBeUndefined();
});
