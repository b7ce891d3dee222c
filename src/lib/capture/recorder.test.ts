import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry, Unstamped } from '../trace/entry.ts';
import { now } from './clock.ts';
import { Recorder } from './recorder.ts';

const frame = (text: string): Unstamped => ({ kind: 'message', direction: 'sent', text });

class Collected {
	batches: Entry[][] = [];
	append(batch: readonly Entry[]) {
		this.batches.push([...batch]);
	}
	get entries() {
		return this.batches.flat();
	}
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Recorder', () => {
	it('stamps the order and the time of recording, not of handing over', () => {
		const sink = new Collected();
		let clock = 1_000;
		const recorder = new Recorder([sink], { now: () => (clock += 10) });
		recorder.record(frame('a'));
		recorder.record(frame('b'));
		recorder.flush();
		expect(sink.entries).toEqual([
			{ seq: 0, at: 1_010, kind: 'message', direction: 'sent', text: 'a' },
			{ seq: 1, at: 1_020, kind: 'message', direction: 'sent', text: 'b' }
		]);
	});

	it('hands a batch over 100 ms after its first entry', () => {
		const sink = new Collected();
		const recorder = new Recorder([sink]);
		recorder.record(frame('a'));
		vi.advanceTimersByTime(60);
		recorder.record(frame('b'));
		vi.advanceTimersByTime(39);
		expect(sink.batches).toHaveLength(0);
		vi.advanceTimersByTime(1);
		expect(sink.batches.map((batch) => batch.length)).toEqual([2]);
		vi.advanceTimersByTime(1_000);
		expect(sink.batches).toHaveLength(1);
	});

	it('hands a full batch over at once', () => {
		const sink = new Collected();
		const recorder = new Recorder([sink]);
		for (let i = 0; i < 2_500; i++) recorder.record(frame(String(i)));
		expect(sink.batches.map((batch) => batch.length)).toEqual([1_000, 1_000]);
		recorder.flush();
		expect(sink.batches.map((batch) => batch.length)).toEqual([1_000, 1_000, 500]);
	});

	it('does not depend on a timer that the browser delays', () => {
		const sink = new Collected();
		let clock = 0;
		const recorder = new Recorder([sink], { now: () => clock });
		recorder.record(frame('a'));
		clock = 100_000;
		recorder.record(frame('b'));
		expect(sink.entries).toHaveLength(2);
	});

	it('keeps what a sink records while it takes a batch', () => {
		const sink = new Collected();
		const recorder: Recorder = new Recorder([
			{
				append(batch) {
					if (batch.some((entry) => entry.kind === 'message'))
						recorder.record({ kind: 'loss', reason: 'storage', count: batch.length });
				}
			},
			sink
		]);
		recorder.record(frame('a'));
		recorder.flush();
		recorder.flush();
		expect(sink.entries.map((entry) => [entry.seq, entry.kind])).toEqual([
			[0, 'message'],
			[1, 'loss']
		]);
	});

	it('gives every sink every entry once, without gaps, whatever the batches', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('record', 'flush', 'wait')), (steps) => {
				const sinks = [new Collected(), new Collected()];
				const recorder = new Recorder(sinks);
				let recorded = 0;
				for (const step of steps) {
					if (step === 'record') recorder.record(frame(String(recorded++)));
					else if (step === 'flush') recorder.flush();
					else vi.advanceTimersByTime(50);
				}
				recorder.flush();
				for (const sink of sinks) {
					const seqs = sink.entries.map((entry) => entry.seq);
					expect(seqs).toEqual(Array.from({ length: recorded }, (_, index) => index));
					expect(sink.batches.every((batch) => batch.length > 0)).toBe(true);
				}
			})
		);
	});
});

describe('now', () => {
	it('is in whole microseconds and never goes back', () => {
		vi.useRealTimers();
		const first = now();
		expect(Math.abs(first / 1_000 - Date.now())).toBeLessThan(1_000);
		let last = first;
		for (let i = 0; i < 1_000; i++) {
			const next = now();
			expect(Number.isInteger(next) && next >= last).toBe(true);
			last = next;
		}
	});
});
