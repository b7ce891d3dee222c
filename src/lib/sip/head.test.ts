import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { parseAddress, tagOf } from './fields/address.ts';
import { parseCSeq } from './fields/cseq.ts';
import { type MessageHead, scanHead } from './head.ts';
import { header, parseMessage } from './message.ts';
import { parseVia } from './fields/via.ts';

/** The same columns, from the full parse. */
function headOf(text: string): MessageHead {
	const message = parseMessage(text);
	const value = (name: string) => header(message, name) ?? '';
	// A tag is worth finding even where the address it belongs to cannot be read.
	const tag = (name: string) => {
		const address = parseAddress(value(name));
		return address ? (address.parameters.get('tag') ?? '') : tagOf(value(name));
	};
	const cseq = parseCSeq(value('CSeq'));
	const expires = value('Expires');
	return {
		kind: message.kind,
		method: message.kind === 'request' ? message.method : (cseq?.method ?? ''),
		status: message.kind === 'response' ? message.status : 0,
		reason: message.kind === 'response' ? message.reason : '',
		uri: message.kind === 'request' ? message.uri : '',
		callId: value('Call-ID'),
		cseq: cseq?.number ?? -1,
		fromTag: tag('From'),
		toTag: tag('To'),
		from: value('From'),
		to: value('To'),
		branch: parseVia(value('Via')).branch ?? '',
		contact: value('Contact'),
		expires: /^\d{1,10}$/.test(expires) ? Number(expires) : -1,
		contentType: value('Content-Type'),
		credentials:
			message.headers.find(({ name }) => /^(proxy-)?authorization$/i.test(name))?.value ?? '',
		isComplete:
			['Via', 'From', 'To'].every((name) => header(message, name) !== undefined) &&
			value('Call-ID') !== '' &&
			cseq !== undefined,
		bodyOffset: text.length - message.body.length
	};
}

function keysOf(head: MessageHead): (keyof MessageHead)[] {
	return Object.keys(head) as (keyof MessageHead)[];
}

describe('scanHead', () => {
	test('agrees with the full parse on every text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const head = headOf(text);
				const scanned = scanHead(text);
				for (const column of keysOf(head)) expect(scanned[column], column).toBe(head[column]);
			}),
			{ numRuns: 2000 }
		);
	});

	test('finds tags and branch where their like is about', () => {
		const head = scanHead(
			[
				'SIP/2.0 200 OK',
				'Via: SIP/2.0/WSS a.invalid;received="x;branch=no";branch=z9hG4bK-1, SIP/2.0/UDP b;branch=2',
				'From: "tag;tag=no <sip:x>" <sip:a;tag=no@example.com;tag=no>;tag=f1',
				'To: sip:b@example.com;tag=t1',
				'CSeq: 9 INVITE',
				'',
				''
			].join('\r\n')
		);
		expect(head).toMatchObject({
			fromTag: 'f1',
			toTag: 't1',
			branch: 'z9hG4bK-1',
			method: 'INVITE'
		});
	});

	test('tells what is not SIP', () => {
		expect(scanHead('\r\n\r\n')).toMatchObject({ kind: 'unreadable', cseq: -1, bodyOffset: 4 });
	});
});
