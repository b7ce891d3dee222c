import { describe, expect, test } from 'vitest';
import { printEntry } from '../formats/sipscope/entry-json.ts';
import type { Entry } from '../trace/entry.ts';
import { LeakScan } from './leak-scan.ts';
import { Redactor } from './redactor.ts';

function message(text: string, seq = 0): Entry {
	return { kind: 'message', direction: 'sent', seq, at: 0, text };
}

/** Frames after an export, and the originals that it would refuse to write. */
function exported(...texts: string[]): { frames: string[]; leaks: string[] } {
	const redactor = new Redactor();
	const entries = texts.map(message);
	entries.forEach((entry) => redactor.learn(entry));
	const after = entries.map((entry) => redactor.entry(entry));
	const scan = new LeakScan(redactor.replacements);
	after.forEach((entry) => scan.feed(`${printEntry(entry)}\n`));
	return {
		frames: after.map((entry) => (entry.kind === 'message' ? (entry.text ?? '') : '')),
		leaks: [...after.flatMap((entry) => scan.leaksIn(entry)), ...scan.leaks].map(
			({ original }) => original
		)
	};
}

describe('of a damaged frame nothing is left', () => {
	test.each([
		['a URI behind a quoted name that ends too early', 'To: " "a" <;tag=x>, c" <sip:bob@a.de>'],
		['a URI within a parameter', 'To: sip:alice@a.de;tag=x <sip:bob@a.de>'],
		['a number between name and URI', 'To: "Bob" +4930123456 <sip:bob@a.de>']
	])('%s', (_, field) => {
		const { frames, leaks } = exported(`BYE sip:a@example.com SIP/2.0\r\n${field}\r\n\r\n`);
		expect(frames[0]).not.toMatch(/bob|a\.de|4930123456/);
		expect(leaks).toEqual([]);
	});

	test('what stands over the ends of the parts of a request URI', () => {
		const { leaks } = exported(
			'BYE sip:a@example.com SIP/2.0\r\nTo: sip:a@transport=wss\r\n\r\n',
			'BYE sip:a@example.com;transport=wss SIP/2.0\r\n\r\n'
		);
		expect(leaks).toEqual([]);
	});

	test('what stands behind an escape, or is escaped itself', () => {
		const { frames, leaks } = exported(
			'BYE sip:a@example.com SIP/2.0\r\nTo: sip:#996016\r\nFrom: sip:887766@example.com\r\n\r\n',
			'BYE p:%23996016@example.com SIP/2.0\r\n\r\n',
			'BYE p:%23887766@example.com SIP/2.0\r\n\r\n'
		);
		expect(frames.join()).not.toMatch(/996016|887766/);
		expect(leaks).toEqual([]);
	});
});

test('a damaged host keeps what opens an address, so that its list stays in its parts', () => {
	const { frames } = exported(
		'BYE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/WSS <h.de;x, y\r\n\r\n'
	);
	expect(frames[0]).toMatch(/WSS [\w.]+<;x, y\r\n/);
});

test('a quoted name that does not begin as one keeps its quotes, or the next would open where it closes', () => {
	const { frames } = exported(
		'BYE sip:a@example.com SIP/2.0\r\nTo: \0 "a \\"b\\" <;tag=x>, c" <sip:bob@a.de>;x="a;tag=b,c"\r\n\r\n'
	);
	expect(frames[0]).toMatch(/"\\"\\" <;tag=x>, /);
	expect(frames[0]).not.toMatch(/bob|a\.de/);
});

test('who is called as the version of SIP takes it from no start line', () => {
	const { frames, leaks } = exported('To: "SIP/2.0', 'BYE sip:a@example.com SIP/2.0\r\n\r\n');
	expect(frames[1]).toMatch(/^BYE sip:\w+@example\.com SIP\/2\.0\r\n/);
	expect(leaks).toEqual([]);
});
