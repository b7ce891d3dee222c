import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const SDP = 'v=0\r\no=- 1 2 IN IP4 192.0.2.7\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n';

test.each([
	['application/sdp', SDP, 'sdp'],
	['', SDP, 'sdp'],
	['application/sdp', 'no description', 'text'],
	['x-rc/agent', '<Msg><Hdr Cmd="17"/><Bdy Cln="8023"/></Msg>', 'command'],
	['application/json;charset=utf-8', '{"request":{"reqid":1,"command":"callpark"}}', 'json'],
	['application/json', '{"request":', 'text'],
	['application/trickle-ice-sdpfrag', 'a=end-of-candidates\r\n', 'ice'],
	['application/trickle-ice-sdpfrag', 'none', 'text'],
	['message/sipfrag', 'SIP/2.0 200 OK', 'text']
])('%s %j is %s', (type, body, kind) => {
	expect(readBody(type, body)?.kind).toBe(kind);
});

test('a body of white space is none', () => {
	expect(readBody('application/sdp', '\r\n')).toBeUndefined();
});

test('an INFO body is indented, and read', () => {
	const body = readBody('application/json', '{"request":{"reqid":1,"command":"callpark"}}');
	expect(body).toMatchObject({
		text: '{\n  "request": {\n    "reqid": 1,\n    "command": "callpark"\n  }\n}',
		info: { kind: 'request', command: 'callpark' }
	});
});

test('no body is too broken to be shown', () => {
	fc.assert(
		fc.property(fc.constantFrom('', 'application/sdp', 'x/json'), fc.string(), (type, body) => {
			expect(readBody(type, body) === undefined).toBe(body.trim() === '');
		})
	);
});
