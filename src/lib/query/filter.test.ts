import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import { textOf } from '../analysis/entry-text.ts';
import { Findings } from '../analysis/rules/findings.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { type Instant, MILLISECOND } from '../trace/instant.ts';
import { isFilterError } from './filter-error.ts';
import { matches, parseFilter } from './filter.ts';
import { quote } from './syntax/quote.ts';

const analysis = createAnalysis();
const trace = new ScriptedTrace();
const alice = trace.phone('Alice', '101', { instance: 'a11ce' }).start();
const bob = trace.phone('Bob', '102').start();
const session = 'abc';
alice.call('102', { callId: 'Call-A', session }).dial().answered().hangUp();
bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'Call-B', session }).confirm();
alice.call('78654', { callId: 'busy' }).dial().refused(486);
trace.phone('Dave', '103').online().register({ status: 401 });
trace.entries.forEach((entry) => analysis.ingest(entry));
const findings = new Findings(analysis).at(trace.now);
const startedAt = trace.entries[0]?.at ?? 0;

function findingsAt(seq: number) {
	return findings.filter(({ evidence }) => evidence.includes(seq));
}

function found(text: string): SeenMessage[] {
	const filter = parseFilter(text);
	if (isFilterError(filter)) throw new Error(filter.message);
	const surroundings = { analysis, findingsAt, startedAt };
	return analysis.messages.filter((message) => matches(filter, message, surroundings));
}

/** What all messages that a filter finds have in common. */
function every(text: string, holds: (message: SeenMessage) => boolean) {
	const messages = found(text);
	expect(messages.length).toBeGreaterThan(0);
	expect(messages.length).toBeLessThan(analysis.messages.length);
	expect(messages).toEqual(analysis.messages.filter(holds));
}

test('nothing finds everything', () => {
	expect(found('  ')).toEqual(analysis.messages);
});

test('methods and statuses, alone, in lists and as classes', () => {
	every('method:invite', ({ head }) => head.method === 'INVITE');
	every('method:BYE,ACK', ({ head }) => head.method === 'BYE' || head.method === 'ACK');
	every('status:486', ({ head }) => head.status === 486);
	every('status:4xx', ({ head }) => head.status >= 400 && head.status < 500);
	every('status:400..499', ({ head }) => head.status >= 400 && head.status < 500);
	every('status:..199', ({ head }) => head.status >= 100 && head.status < 200);
	every('status:401,1xx', ({ head }) => [100, 180, 183, 401].includes(head.status));
});

test('text in any letter case, a URI included, and quoted', () => {
	every('expires=60', ({ entry }) => textOf(entry).includes('expires=60'));
	every('SIP:102@SIP.example.com', ({ entry }) =>
		textOf(entry).includes('sip:102@sip.example.com')
	);
	every('"Busy Here"', ({ head }) => head.status === 486);
});

test('a minus excludes', () => {
	every('-method:REGISTER', ({ head }) => head.method !== 'REGISTER');
	every('-"Busy Here"', ({ head }) => head.status !== 486);
});

test('terms are all to hold', () => {
	every('method:INVITE status:2xx', ({ head }) => head.method === 'INVITE' && head.status === 200);
});

test('a call by Call-ID, by number, by both numbers; with all legs of its conversation', () => {
	const legs = ({ call }: SeenMessage) => call?.callId === 'Call-A' || call?.callId === 'Call-B';
	every('call:Call-A', legs);
	every('call:+16505550101', legs);
	every('call:101→102', legs);
	every('call:101->102', legs);
	every('call:→78654', ({ call }) => call?.callId === 'busy');
});

test('a phone by name, extension and instance', () => {
	const ofAlice = ({ entry }: SeenMessage) => entry.phone === 'alice';
	every('phone:alic', ofAlice);
	every('phone:101', ofAlice);
	every('phone:a11', ofAlice);
});

test('from and to', () => {
	every('from:Alice', ({ head }) => head.from.includes('Alice'));
	every('to:78654', ({ head }) => head.to.includes('78654'));
	every('to:78654,"102@"', ({ head }) => /78654|102@/.test(head.to));
});

test('what a message is, and what it has', () => {
	every('is:sent', ({ entry }) => entry.direction === 'sent');
	every('is:response,undelivered', ({ head }) => head.kind === 'response');
	every('has:sdp', ({ head }) => head.contentType === 'application/sdp');
	every('has:body -has:sdp', ({ head, entry }) => {
		const body = textOf(entry).length - head.bodyOffset;
		return body > 0 && head.contentType !== 'application/sdp';
	});
	every('has:command', ({ content }) => content?.command !== undefined);
	every('has:credentials', ({ head }) => head.credentials !== '');
});

test('commands by number and name', () => {
	const isIncoming = ({ content }: SeenMessage) => content?.command?.name === 'IncomingCall';
	every('cmd:6', isIncoming);
	every('cmd:incomingcall', isIncoming);
	every('cmd:6,ClientReceiveConfirm', ({ content }) => {
		return [6, 17].includes(content?.command?.number ?? -1);
	});
});

test('header fields by name, in compact form too, by text within them, and by their whole value', () => {
	every('header:Contact', ({ head }) => head.contact !== '');
	every('header:m', ({ head }) => head.contact !== '');
	every('header:contact~EXPIRES=60', ({ entry }) => /^Contact:.*expires=60/m.test(textOf(entry)));
	const cseq = analysis.messages.find(({ head }) => head.method === 'INVITE')?.head.cseq;
	every(`header:CSeq="${cseq} invite"`, ({ head }) => {
		return head.cseq === cseq && head.method === 'INVITE';
	});
	every('header:CSeq=/\\d+ invite/i', ({ head }) => head.method === 'INVITE');
	expect(found('header:CSeq=INVITE')).toEqual([]);
	every('header:P-rc,Contact', ({ entry }) => /^(Contact|P-rc):/m.test(textOf(entry)));
});

test('regular expressions: of lines, and of any letter case where they say so', () => {
	every('/^cseq: \\d+ bye$/i', ({ head }) => head.method === 'BYE');
	expect(found('/^cseq: \\d+ bye$/')).toEqual([]);
	every('/invite sip:.*^content-type/is', ({ head, entry }) => {
		return (
			head.kind === 'request' && head.method === 'INVITE' && /^content-type/im.test(textOf(entry))
		);
	});
	every('from:/^"?Alice/', ({ head }) => /^"?Alice/.test(head.from));
});

test('the state of its dialog when a message was seen', () => {
	every('dialog:none', ({ dialog }) => dialog === undefined);
	every('dialog:confirmed method:ACK', ({ head, dialog }) => {
		return head.method === 'ACK' && dialog !== undefined;
	});
	every('dialog:terminated', ({ dialog, entry }) => {
		const end = dialog?.end?.message.entry.seq;
		return end !== undefined && entry.seq >= end;
	});
});

test('times: of the day, with a date, and since the start', () => {
	const middle = analysis.messages[Math.floor(analysis.messages.length / 2)]?.entry.at ?? 0;
	const [date = '', clock = ''] = localTime(middle);
	const later = ({ entry }: SeenMessage) => entry.at >= middle;
	every(`after:${clock}`, later);
	every(`before:${clock}`, (message) => !later(message));
	every(`after:${date}T${clock}`, later);
	every(`after:"${date} ${clock}"`, later);
	every(`after:${(middle - startedAt) / MILLISECOND}ms`, later);
	expect(found(`after:${date}`)).toEqual(analysis.messages);
});

/** `2026-03-07` and `12:00:05.250` of this machine's time zone. */
function localTime(at: Instant): string[] {
	const local = new Date(at / MILLISECOND);
	const shifted = new Date(local.getTime() - local.getTimezoneOffset() * 60_000);
	return shifted.toISOString().slice(0, -1).split('T');
}

test('alternatives, all of several, and groups', () => {
	const isBye = ({ head }: SeenMessage) => head.method === 'BYE';
	const isRefusal = ({ head }: SeenMessage) => head.status >= 400;
	every('method:BYE or status:400..', (message) => isBye(message) || isRefusal(message));
	every('is:sent (method:BYE OR status:400..)', (message) => {
		return message.entry.direction === 'sent' && (isBye(message) || isRefusal(message));
	});
	every('method:BYE is:sent or status:400..', (message) => {
		return (isBye(message) && message.entry.direction === 'sent') || isRefusal(message);
	});
	every('-(method:BYE or status:400..)', (message) => !isBye(message) && !isRefusal(message));
	every('method:BYE and is:sent', ({ head, entry }) => {
		return head.method === 'BYE' && entry.direction === 'sent';
	});
});

test('a conversation and an instance by the beginning of their ids', () => {
	every('conversation:Call-A', ({ call }) => call?.conversation.id === 'Call-A');
	every('instance:a11', ({ entry }) => entry.phone === 'alice');
});

test('messages that prove a finding: any, by rule, by severity', () => {
	every('has:finding', ({ entry }) => findingsAt(entry.seq).length > 0);
	every('-has:finding', ({ entry }) => findingsAt(entry.seq).length === 0);
	const ofDave = ({ entry }: SeenMessage) =>
		findingsAt(entry.seq).some(({ rule }) => rule === 'wrong-password');
	every('finding:wrong-password', ofDave);
	every('finding:wrong-p', ofDave);
	every('finding:slots-full,wrong-password phone:Dave', ofDave);
	every('finding:error', ({ entry }) =>
		findingsAt(entry.seq).some(({ severity }) => severity === 'error')
	);
});

test('a word and its exclusion part all messages', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), (word) => {
			const parts = [...found(quote(word)), ...found(`-${quote(word)}`)];
			expect(new Set(parts)).toEqual(new Set(analysis.messages));
			expect(parts).toHaveLength(analysis.messages.length);
		})
	);
});

test('a word that is in a message finds it', () => {
	const words = fc
		.constantFrom(...analysis.messages)
		.chain((message) =>
			fc.tuple(fc.constant(message), fc.constantFrom(...textOf(message.entry).split(/[\s"]+/)))
		)
		.filter(([, word]) => word !== '');
	fc.assert(
		fc.property(words, ([message, word]) => {
			expect(found(quote(word))).toContain(message);
			if (/^[^-/():]+$/.test(word)) expect(found(word)).toContain(message);
		})
	);
});
