import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { header, parseMessage } from '../sip/message.ts';
import { Command } from './commands.ts';
import { bodyAttribute, headerAttribute } from './rc-attributes.ts';
import { parseRcMessage } from './rc-message.ts';

/** Nothing was ever published of these. */
const UNKNOWN = ['Mny', 'MB'];

test.each(['invite-inbound', 'message-already-processed', 'message-free-resources'])(
	'%s: what every attribute stands for, but for those that nobody knows',
	(name) => {
		const file = new URL(`../../../tests/fixtures/frames/${name}.txt`, import.meta.url);
		const message = parseMessage(readFileSync(file, 'utf8'));
		const rc = parseRcMessage(header(message, 'P-rc') ?? message.body);
		expect(rc).toBeDefined();
		for (const attribute of Object.keys(rc?.header ?? {})) {
			expect(headerAttribute(attribute)).toBeDefined();
		}
		for (const attribute of Object.keys(rc?.body ?? {})) {
			const known = bodyAttribute(attribute, rc?.command ?? 0) !== undefined;
			expect([attribute, known]).toEqual([attribute, !UNKNOWN.includes(attribute)]);
		}
	}
);

test('a number is the caller’s, or where to forward to', () => {
	expect(bodyAttribute('Phn', Command.IncomingCall)?.words).toContain('caller');
	expect(bodyAttribute('Phn', Command.ClientForward)?.words).toContain('forward');
	expect(bodyAttribute('Resp', Command.SessionClose)?.values?.['2']).toBe('no');
	expect(headerAttribute('Phn')).toBeUndefined();
});
