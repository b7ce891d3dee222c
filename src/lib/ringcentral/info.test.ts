import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '../sip/message.ts';
import { parseInfo } from './info.ts';

const frame = new URL('../../../tests/fixtures/frames/info-recording-stopped.txt', import.meta.url);

describe('parseInfo', () => {
	test('reads a status nobody asked for', () => {
		expect(parseInfo(parseMessage(readFileSync(frame, 'utf8')).body)).toEqual({
			kind: 'status',
			reqid: 0,
			command: 'stopcallrecord',
			result: { code: 0, description: 'Recording stopped, subscriber has changed' }
		});
	});

	test('reads a request, and a response with members of its own', () => {
		expect(
			parseInfo('{"request":{"reqid":1,"command":"callflip","target":"16505550103"}}')
		).toEqual({ kind: 'request', reqid: 1, command: 'callflip', target: '16505550103' });
		expect(
			parseInfo(
				'{"response":{"reqid":2,"command":"callpark","result":{"code":-6,"park extension":"813"}}}'
			)?.result
		).toEqual({ code: -6, description: '', 'park extension': '813' });
	});

	test.each(['', '{', '[]', 'null', '{"request":[]}', '{"request":{"reqid":1}}', 'a=candidate:1'])(
		'%j is none',
		(json) => {
			expect(parseInfo(json)).toBeUndefined();
		}
	);

	test('never throws', () => {
		fc.assert(fc.property(fc.json(), (json) => void parseInfo(`{"response":${json}}`)));
	});
});
