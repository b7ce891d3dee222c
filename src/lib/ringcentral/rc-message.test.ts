import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import SdkRcMessage from 'ringcentral-web-phone/rc-message/rc-message';
import { describe, expect, test } from 'vitest';
import { header, parseMessage } from '../sip/message.ts';
import { Command } from './commands.ts';
import { attributeReader, composeRcMessage, parseRcMessage } from './rc-message.ts';

function frame(name: string) {
	const file = new URL(`../../../tests/fixtures/frames/${name}.txt`, import.meta.url);
	return parseMessage(readFileSync(file, 'utf8'));
}

describe('parseRcMessage', () => {
	test('reads the P-rc of an inbound call', () => {
		const message = parseRcMessage(header(frame('invite-inbound'), 'P-rc') ?? '');
		expect(message?.command).toBe(Command.IncomingCall);
		expect(message?.header['From']).toBe('#996016@sip.example.com:5060');
		expect(message?.body).toMatchObject({ Phn: '+16505550105', Nm: 'WIRELESS CALLER', RecUrl: '' });
	});

	test.each([
		['message-already-processed', Command.AlreadyProcessed],
		['message-free-resources', Command.ServerFreeResources],
		['sdk-message-receive-confirm', Command.ClientReceiveConfirm]
	])('reads the body of %s as the SDK does', (name, command) => {
		const { body } = frame(name);
		const sdk = SdkRcMessage.fromXml(body);
		expect(parseRcMessage(body)).toEqual({ header: sdk.headers, body: sdk.body, command });
	});

	test.each([
		'',
		'text',
		'<Msg/>',
		'<Msg><Hdr Cmd="6"/></Msg>',
		'{"a":1}',
		'<html><Hdr/><Bdy/></html>'
	])('%j is none', (xml) => {
		expect(parseRcMessage(xml)).toBeUndefined();
	});

	test('forgives spacing, single quotes, a prefix, unknown entities and no command', () => {
		const xml = `P-rc: <Msg>\n <Hdr  A = 'x"y' B="&amp;&#65;&#x42;&nope;&lt;" />\n<Bdy></Bdy></Msg>`;
		expect(parseRcMessage(xml)).toEqual({
			header: { A: 'x"y', B: '&AB&nope;<' },
			body: {},
			command: -1
		});
	});

	test('single attributes read alone are those of the whole', () => {
		const attributes = fc.array(
			fc.constantFrom(
				' A="1"',
				" Cmd = 'x'",
				'\n Cmd="6"',
				' B="&amp;"',
				' Cmd=',
				'/',
				' x Cmd="7"'
			)
		);
		const readers = [attributeReader('Hdr', 'Cmd'), attributeReader('Bdy', 'Cmd')] as const;
		fc.assert(
			fc.property(attributes, attributes, (inHeader, inBody) => {
				const xml = `<Msg><Hdr${inHeader.join('')}/><Bdy${inBody.join('')}/></Msg>`;
				const message = parseRcMessage(xml);
				expect(readers[0](xml)).toBe(message?.header['Cmd'] ?? '');
				expect(readers[1](xml)).toBe(message?.body['Cmd'] ?? '');
			})
		);
	});

	test('never throws, and keeps to linear time', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseRcMessage(`<Msg><Hdr ${text}/><Bdy/>`)));
		const startedAt = performance.now();
		parseRcMessage(' '.repeat(200_000));
		parseRcMessage(`<Msg><Hdr${' a'.repeat(200_000)}`);
		parseRcMessage(`<Msg><Hdr a="${'&'.repeat(200_000)}"/><Bdy${' '.repeat(200_000)}`);
		attributeReader('Hdr', 'B')(`<Hdr${' a="1"'.repeat(100_000)}`);
		attributeReader('Hdr', 'B')(`<Hdr${' '.repeat(200_000)}`);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});

test('what is composed is read back, by us and by the SDK', () => {
	const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,7}$/);
	const value = fc.stringMatching(/^[\w +#@:*<>&"']{0,20}$/);
	const attributes = fc.dictionary(name, value, { noNullPrototype: true, minKeys: 1 });
	fc.assert(
		fc.property(attributes, attributes, (head, body) => {
			const xml = composeRcMessage({ ...head, Cmd: '17' }, body);
			expect(parseRcMessage(xml)).toEqual({ header: { ...head, Cmd: '17' }, body, command: 17 });
			const trimmed = Object.fromEntries(
				Object.entries(body).map(([key, text]) => [key, text.trim()])
			);
			expect(SdkRcMessage.fromXml(xml).body).toEqual(trimmed);
		})
	);
	expect(composeRcMessage({ A: 'a\r\nb' }, {})).not.toMatch(/[\r\n]/);
});
