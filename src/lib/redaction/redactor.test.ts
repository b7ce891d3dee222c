import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { anyEntries as anyStoredEntries } from '../../../tests/arbitraries/entry.ts';
import { anyEntries } from '../../../tests/arbitraries/trace.ts';
import { meaningOf } from '../../../tests/meaning.ts';
import { privateText, privatised } from '../../../tests/privatised.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { printEntry } from '../formats/sipscope/entry-json.ts';
import { bodyLength } from '../sip/framing.ts';
import { scanHead } from '../sip/head.ts';
import { header, parseMessage } from '../sip/message.ts';
import { splitMessages } from '../sip/split-messages.ts';
import type { Entry } from '../trace/entry.ts';
import { LeakScan } from './leak-scan.ts';
import { Redactor } from './redactor.ts';

/** Everything learned, then redacted, as an export does. */
function redacted(entries: readonly Entry[], redactor = new Redactor()): Entry[] {
	entries.forEach((entry) => redactor.learn(entry));
	return entries.map((entry) => redactor.entry(entry));
}

function message(text: string): Entry {
	return { kind: 'message', direction: 'sent', seq: 0, at: 0, text };
}

function textOf(entry: Entry | undefined): string {
	return entry?.kind === 'message' ? (entry.text ?? '') : '';
}

/** What is left of originals, as Sipscope's own format writes the entries. */
function leaksOf(redactor: Redactor, entries: readonly Entry[]): unknown[] {
	const scan = new LeakScan(redactor.replacements);
	entries.forEach((entry) => scan.feed(`${printEntry(entry)}\n`));
	return [...entries.flatMap((entry) => scan.leaksIn(entry)), ...scan.leaks];
}

/** The same with every text named by when it first came, so that only what is alike counts. */
function shapeOf(value: unknown): unknown {
	const names = new Map<string, number>();
	return JSON.parse(
		JSON.stringify(value, (_, item: unknown) => {
			if (typeof item !== 'string') return item;
			const name = names.get(item) ?? names.size;
			names.set(item, name);
			return `text ${name}`;
		}) ?? 'null'
	);
}

const folder = new URL('../../../tests/fixtures/', import.meta.url);
const fixtures = ['frames', 'torture/rfc4475', 'torture/rfc5118'].flatMap((name) =>
	readdirSync(new URL(name, folder))
		.filter((file) => file.endsWith('.txt'))
		.map((file) => `${name}/${file}`)
);

function fixture(name: string): string {
	return privateText(readFileSync(new URL(name, folder), 'utf8'));
}

describe.each(Object.entries(scenarios))('%s', (_, scenario) => {
	const entries = privatised(scenario().entries);
	const redactor = new Redactor();
	const after = redacted(entries, redactor);

	test('means the same when it is redacted', () => {
		expect(shapeOf(meaningOf(analysed(after)))).toEqual(shapeOf(meaningOf(analysed(entries))));
	});

	test('leaves nothing of the originals', () => {
		expect([...redactor.replacements].length).toBeGreaterThan(2);
		expect(leaksOf(redactor, after)).toEqual([]);
	});
});

/** By how much the first message of a text says more than its body has; what it says, if that is no number. */
function excessOf(text: string): number | string {
	const said = header(parseMessage(text), 'Content-Length') ?? 'nothing';
	const [, behind] = splitMessages(text).filter(({ kind }) => kind === 'message');
	const { body } = parseMessage(text.slice(0, behind?.offset));
	return /^\d+$/.test(said) ? Number(said) - bodyLength(body, 'utf-8') : said;
}

describe.each(fixtures)('%s', (name) => {
	const text = fixture(name);
	const redactor = new Redactor();
	const [after] = redacted([message(text)], redactor);

	test('keeps what it is', () => {
		const [before, now] = [scanHead(text), scanHead(textOf(after))];
		expect(now).toMatchObject({ kind: before.kind, method: before.method, status: before.status });
		expect(now.cseq).toBe(before.cseq);
		expect(now.isComplete).toBe(before.isComplete);
		expect(textOf(after).split('\n').length).toBe(text.split('\n').length);
	});

	test('has a Content-Length as right or wrong as before', () => {
		expect(excessOf(textOf(after))).toBe(excessOf(text));
	});

	test('leaves nothing of the originals', () => {
		expect(leaksOf(redactor, after ? [after] : [])).toEqual([]);
	});
});

test.each([
	['frames', anyEntries],
	['entries of all kinds', anyStoredEntries(30)]
])('any %s are redacted: no two values alike, and none of them left', (_, arbitrary) => {
	fc.assert(
		fc.property(arbitrary, (entries) => {
			const redactor = new Redactor();
			const after = redacted(privatised(entries), redactor);
			expect(after.map(({ seq, at, kind }) => [seq, at, kind])).toEqual(
				entries.map(({ seq, at, kind }) => [seq, at, kind])
			);
			const pseudonyms = [...redactor.replacements].map(({ pseudonym }) => pseudonym);
			expect(new Set(pseudonyms).size).toBe(pseudonyms.length);
			expect(leaksOf(redactor, after)).toEqual([]);
		})
	);
});

test('a name of one word, which is a user too, leaves its URI one', () => {
	const field = 'From: sipp <sip:sipp@192.0.2.1:5062>;tag=1';
	const [entry] = redacted([message(`BYE sip:192.0.2.2 SIP/2.0\r\n${field}\r\n\r\n`)]);
	expect(textOf(entry)).toContain('From: Person1 <sip:Person1@192.0.2.1:5062>;tag=1');
});

test.each(['Call-ID: 1-5@2a01:4f8:c0c::5', 'Subject: write to nina@2a01:4f8:c0c::5 at once'])(
	'an IPv6 address without brackets is one behind an @ too: %s',
	(field) => {
		const redactor = new Redactor();
		const entries = [message(`OPTIONS sip:192.0.2.2 SIP/2.0\r\n${field}\r\n\r\n`)];
		const [entry] = redacted(entries, redactor);
		expect(textOf(entry)).toMatch(/@2001:db8:[\w:]+/);
		expect([...redactor.replacements].map(({ kind }) => kind)).not.toContain('host');
	}
);
