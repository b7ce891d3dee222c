import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { TextHold } from './text-hold.ts';

const message = (seq: number, text: string): MessageEntry => ({
	kind: 'message',
	seq,
	at: 1_700_000_000_000_000 + seq,
	direction: seq % 2 === 0 ? 'sent' : 'received',
	phone: 'alice',
	connection: 'socket-1',
	text
});

function held(entries: readonly Entry[]): Entry[] {
	const hold = new TextHold();
	return entries.map((entry) => hold.hold(entry));
}

/** What an entry says, wherever it has that from; JSON leaves out what is absent. */
const told = (entry: Entry) => JSON.parse(JSON.stringify(entry)) as Entry;

describe('TextHold', () => {
	test('tells the same as the entries that came, in whatever order it is asked', () => {
		// The first is long enough for a block of its own; then blocks of a few hundred.
		const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 });
		fc.assert(
			fc.property(texts, (words) => {
				const entries = words.map((text, seq) => message(seq, text.repeat(1 + (seq % 7) * 9)));
				const kept = held(entries);
				expect(kept.toReversed().map(told)).toEqual(entries.toReversed());
			})
		);
	});

	test('keeps what UTF-8 cannot tell of, bytes and events as they came', () => {
		const entries: Entry[] = [
			message(0, 'OPTIONS \ud800'),
			{ kind: 'message', seq: 1, at: 1, direction: 'sent', bytes: Uint8Array.of(0, 255) },
			{ kind: 'loss', seq: 2, at: 1, reason: 'storage' }
		];
		held(entries).forEach((entry, index) => expect(entry).toBe(entries[index]));
	});

	test('a byte order mark is part of the text', () => {
		const entries = Array.from({ length: 100 }, (_, seq) =>
			message(seq, `\ufeff${'x'.repeat(1_000)}`)
		);
		expect(held(entries).map(told)).toEqual(entries);
	});

	test('no field is lost', () => {
		const entry: MessageEntry = {
			...message(0, 'OPTIONS'),
			instance: 'instance-1',
			undelivered: true,
			approximate: true
		};
		expect(held([entry]).map(told)).toEqual([entry]);
	});

	test('what messages have in common takes room once', () => {
		const hold = new TextHold();
		const text = `OPTIONS sip:102@example.com SIP/2.0\r\n${'User-Agent: x\r\n'.repeat(60)}`;
		for (let seq = 0; seq < 1_000; seq++) hold.hold(message(seq, text));
		expect(hold.size).toBeGreaterThan(0);
		expect(hold.size).toBeLessThan((text.length * 1_000) / 20);
	});
});
