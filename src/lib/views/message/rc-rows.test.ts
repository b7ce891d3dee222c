import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseInfo } from '../../ringcentral/info.ts';
import { parseRcMessage } from '../../ringcentral/rc-message.ts';
import { parseMessage } from '../../sip/message.ts';
import { parseIceFragment } from '../../sip/sdp/ice-fragment.ts';
import { bodyRows, commandWords, headerRows } from './command-rows.ts';
import type { Definition } from './definition.ts';
import { fragmentRows, sectionTitle } from './ice-rows.ts';
import { infoWords } from './info-words.ts';
import { rcRows } from './rc-rows.ts';

function frame(name: string) {
	const file = new URL(`../../../../tests/fixtures/frames/${name}.txt`, import.meta.url);
	return parseMessage(readFileSync(file, 'utf8'));
}

function printed(rows: readonly Definition[]): string[] {
	return rows.map(({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ''}`);
}

test('what RingCentral’s fields tell of a call', () => {
	expect(printed(rcRows(frame('invite-inbound')))).toEqual([
		'Attributes: reject\nsend-vm',
		'Session: s-33f727da499c463aac3cf8294de576c0 (the same for all legs of the call)',
		'Party: p-33f727da499c463aac3cf8294de576c0-2 (this leg)'
	]);
	expect(printed(rcRows(frame('invite-supervise')))).toContain(
		'Auto answer: after 0 (which the SDK takes as 0 ms)'
	);
	expect(rcRows(frame('register-200'))).toEqual([]);
});

test('a call by a queue, and a conference', () => {
	const message = parseMessage(
		[
			'INVITE sip:101@example.com SIP/2.0',
			'From: <sip:conf_6505550100@example.com>;tag=1',
			'p-rc-api-call-info: callAttributes=queue-call,reject;callerIdName=Example;queueName=Sales',
			'',
			''
		].join('\r\n')
	);
	expect(printed(rcRows(message))).toEqual([
		'Queue: Sales (it can be answered or declined, and nothing else)',
		'Caller: Example',
		'Attributes: queue-call\nreject',
		'Conference: yes (its user name begins with conf_)'
	]);
});

test('a command, its attributes and what they stand for', () => {
	const reply = parseRcMessage(
		'<Msg><Hdr SID="7" Cmd="9" Own="x"/><Bdy Cln="8023" Sts="0" Resp="3" ExtNfo="16505550199"/></Msg>'
	);
	expect(reply && printed(headerRows(reply))).toEqual([
		'SID: 7 (the call at RingCentral: the same in all its commands)',
		'Cmd: 9 (SessionClose)',
		'Own: x'
	]);
	expect(reply && printed(bodyRows(reply)).slice(1)).toEqual([
		'Sts: 0 (status: done)',
		'Resp: 3 (what the caller chose: urgent: call me at once)',
		'ExtNfo: 16505550199 (the number at which the caller is to be called at once)'
	]);
	expect(reply && commandWords(reply)).toMatch(/^The edge says: The call rings here no longer/);
	const known = (cmd: number) => parseRcMessage(`<Msg><Hdr Cmd="${cmd}"/><Bdy/></Msg>`);
	expect(
		[4, 99].map((cmd) => commandWords(known(cmd) ?? { header: {}, body: {}, command: 0 }))
	).toEqual(['The edge says: known by its name alone.', undefined]);
});

test.each([
	[
		'{"request":{"reqid":1,"command":"callpark"}}',
		'The phone asks to park the call, for anyone to pick up.'
	],
	[
		'{"response":{"reqid":1,"command":"callpark","result":{"code":-6}}}',
		'To park the call, for anyone to pick up: the same is being done already.'
	],
	[
		'{"status":{"reqid":0,"command":"stopcallrecord","result":{"code":0}}}',
		'To stop recording: done. Nobody had asked for it.'
	],
	['{"response":{"reqid":1,"command":"callpark","result":{"code":7}}}', undefined],
	['{"request":{"reqid":1,"command":"own"}}', undefined]
])('%s', (json, words) => {
	const info = parseInfo(json);
	expect(info && infoWords(info)).toBe(words);
});

test('candidates that follow a description', () => {
	const fragment = parseIceFragment(
		'a=ice-ufrag:8hhY\r\nm=audio 9 RTP/AVP 0\r\na=mid:0\r\na=rtcp-mux\r\na=end-of-candidates'
	);
	expect(fragment?.sections.map(sectionTitle)).toEqual(['audio, mid 0']);
	expect(fragment && printed(fragmentRows(fragment))).toEqual([
		'ICE user: 8hhY (which description the candidates belong to)',
		'Other lines: a=rtcp-mux'
	]);
	expect(sectionTitle({ candidates: [], endOfCandidates: false })).toBe('no mid');
});
