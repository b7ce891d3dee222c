import { readFileSync, readdirSync } from 'node:fs';
import SdkMessage from 'ringcentral-web-phone/sip-message/index';
import { describe, expect, test } from 'vitest';
import { scanHead } from './head.ts';
import { header, parseMessage, printMessage } from './message.ts';
import { parseUri } from './uri.ts';

const folder = new URL('../../../tests/fixtures/frames/', import.meta.url);
const frames = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(frames)('%s', (name) => {
	const text = readFileSync(new URL(name, folder), 'utf8');
	const message = parseMessage(text);

	test('is read without a problem, and printed as it was', () => {
		expect(message.kind).not.toBe('unreadable');
		expect(message.problems).toEqual([]);
		expect(printMessage(message)).toBe(text);
	});

	test('has the head of the full parse', () => {
		const head = scanHead(text);
		expect(head).toMatchObject({
			callId: header(message, 'Call-ID'),
			from: header(message, 'From'),
			to: header(message, 'To'),
			contact: header(message, 'Contact') ?? ''
		});
		expect(head.branch).toMatch(/^z9hG4bK/);
		expect(head.cseq).toBeGreaterThan(0);
		expect(head.method).toMatch(/^[A-Z]+$/);
		expect(text.slice(head.bodyOffset)).toBe(message.body);
		if (message.kind === 'request') expect(parseUri(message.uri)).toBeDefined();
	});

	test('holds what the SDK reads in it', () => {
		const sdk = SdkMessage.fromString(text);
		for (const [field, value] of Object.entries(sdk.headers)) {
			if (field === 'To' || value === undefined) continue;
			expect(message.headers).toContainEqual({ name: field, value: value.trim() });
		}
	});
});
