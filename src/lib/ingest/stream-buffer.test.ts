import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { printEntry } from '../formats/sipscope/entry-json.ts';
import { Outbox } from '../stream/outbox.ts';
import { continued } from '../stream/continued.ts';
import type { Entry } from '../trace/entry.ts';
import { StreamBuffer } from './stream-buffer.ts';

const entry = (seq: number): Entry => ({
	kind: 'message',
	direction: seq % 2 === 0 ? 'sent' : 'received',
	seq,
	at: 1_780_000_000_000_000 + seq,
	text: `INFO sip:${seq}@example.com SIP/2.0\r\n\r\n`
});
const line = (seq: number) => printEntry(entry(seq));

describe('what one stream has sent', () => {
	it('is kept until the page has stored it', () => {
		const buffer = new StreamBuffer(0);
		for (const seq of [0, 1, 2])
			expect(buffer.accept(line(seq))).toEqual({ ok: true, known: false });
		expect(buffer.take(1e6)).toBe([0, 1, 2].map(line).join('\n'));
		expect(buffer.take(1e6)).toBeUndefined();
		buffer.confirm(2);
		buffer.rewind();
		expect(buffer.take(1e6)).toBe(line(2));
		buffer.confirm(3);
		expect(buffer).toMatchObject({ characters: 0, charactersUnderWay: 0, stored: 3, next: 3 });
	});

	it('is taken once', () => {
		const buffer = new StreamBuffer(0);
		buffer.accept(line(0));
		expect(buffer.accept(line(0))).toEqual({ ok: true, known: true });
		expect(buffer.take(1e6)).toBe(line(0));
	});

	test.each([
		['no JSON', 'INVITE sip:102@example.com SIP/2.0', 'what came where entry 0 is due is no entry'],
		['no entry', '{"seq":0}', 'what came where entry 0 is due is no entry'],
		['no seq', '{"at":0,"kind":"message","direction":"sent","text":""}', 'is no entry'],
		['one that is not due', line(1), 'entry 1 came where 0 is due']
	])('is refused where it is %s', (_what, text, reason) => {
		const accepted = new StreamBuffer(0).accept(text);
		expect(accepted.ok ? '' : accepted.reason).toContain(reason);
	});

	it('goes on behind a loss that tells of what is missing', () => {
		const buffer = new StreamBuffer(5);
		const loss: Entry = { kind: 'loss', reason: 'stream', count: 4, seq: 8, at: 1 };
		expect(buffer.accept(printEntry(loss))).toEqual({ ok: true, known: false });
		expect(buffer.next).toBe(9);
	});

	it('counts what is under way to the page', () => {
		const buffer = new StreamBuffer(0);
		for (const seq of [0, 1, 2, 3]) buffer.accept(line(seq));
		const [first, second] = [line(0).length, line(1).length];
		buffer.take(first + second);
		expect(buffer.charactersUnderWay).toBe(first + second);
		buffer.confirm(1);
		expect(buffer.charactersUnderWay).toBe(second);
		buffer.rewind();
		expect(buffer.charactersUnderWay).toBe(0);
	});
});

/** An app, a server and a page with a store, between which anything may break at any time. */
class Way {
	readonly stored: Entry[] = [];
	recorded = 0;
	readonly #outbox: Outbox;
	#buffer: StreamBuffer | undefined;
	#connected = false;

	constructor(mostCharacters: number) {
		this.#outbox = new Outbox(mostCharacters);
	}

	readonly steps = {
		record: (amount: number) => {
			const batch = Array.from({ length: amount }, (_, index) => entry(this.recorded + index));
			this.recorded += amount;
			this.#outbox.push(batch);
		},
		connect: () => {
			this.#buffer ??= new StreamBuffer(this.#outbox.from);
			this.#connected = true;
			this.#outbox.stored(this.#buffer.stored);
			this.#outbox.rewind(this.#buffer.next);
		},
		send: (amount: number) => {
			if (!this.#connected) return;
			const lines = this.#outbox.take()?.split('\n') ?? [];
			// What is under way when a connection breaks arrives up to some place.
			for (const text of lines.slice(0, amount))
				expect(this.#buffer?.accept(text)).toMatchObject({ ok: true });
			if (amount < lines.length) this.#connected = false;
		},
		store: (amount: number) => {
			const lines = this.#buffer?.take(amount * 100)?.split('\n') ?? [];
			const due = (this.stored.at(-1)?.seq ?? -1) + 1;
			this.stored.push(
				...continued(
					lines.map((text) => JSON.parse(text) as Entry),
					due
				)
			);
		},
		confirm: () => {
			this.#buffer?.confirm((this.stored.at(-1)?.seq ?? -1) + 1);
			if (this.#connected && this.#buffer) this.#outbox.stored(this.#buffer.stored);
		},
		reopenPage: () => this.#buffer?.rewind(),
		restartServer: () => {
			this.#buffer = undefined;
			this.#connected = false;
		}
	};

	/** All is well again for long enough. */
	settle(): void {
		this.steps.connect();
		this.steps.reopenPage();
		for (let turn = 0; turn < this.recorded + 2; turn++) {
			this.steps.send(Infinity);
			this.steps.store(1e6);
			this.steps.confirm();
		}
		expect(this.#outbox.isEmpty).toBe(true);
	}
}

const amount = fc.integer({ min: 0, max: 12 });
const step = fc.oneof(
	fc.tuple(fc.constantFrom('record', 'send', 'store'), amount),
	fc.tuple(fc.constantFrom('connect', 'confirm', 'reopenPage'), fc.constant(0)),
	fc.tuple(fc.constant('restartServer'), fc.constant(0))
) as fc.Arbitrary<[keyof Way['steps'], number]>;

function walk(mostCharacters: number, steps: readonly [keyof Way['steps'], number][]): Way {
	const way = new Way(mostCharacters);
	for (const [name, count] of steps) way.steps[name](count);
	way.settle();
	return way;
}

describe('whatever breaks between an app and the store', () => {
	it('nothing is lost, and nothing comes twice', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const way = walk(1e6, steps);
				expect(way.stored).toEqual(Array.from({ length: way.recorded }, (_, seq) => entry(seq)));
			}),
			{ numRuns: 500 }
		);
	});

	it('what an app had to forget is counted, to the last entry', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), amount, (steps, room) => {
				const way = walk((room + 0.5) * line(10).length, steps);
				let due = 0;
				for (const seen of way.stored) {
					if (seen.kind === 'loss') expect(seen.count).toBe(seen.seq - due + 1);
					else expect(seen).toEqual(entry(due));
					due = seen.seq + 1;
				}
				expect(due).toBe(way.recorded);
			}),
			{ numRuns: 500 }
		);
	});
});
