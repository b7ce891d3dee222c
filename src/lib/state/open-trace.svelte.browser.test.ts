import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { Entry } from '../trace/entry.ts';
import { OpenTrace } from './open-trace.svelte.ts';

const header = {
	id: 'trace-1',
	format: 1,
	name: 'A trace',
	source: 'live' as const,
	createdAt: 1_000,
	versions: { sipscope: '0.0.0' }
};

const message = (seq: number): Entry => ({
	kind: 'message',
	seq,
	at: 1_000 + seq,
	direction: 'sent',
	text: `OPTIONS sip:example.com SIP/2.0\r\nCSeq: ${seq} OPTIONS\r\nCall-ID: ${seq}\r\n\r\n`
});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

test('readers are told once a frame, however many batches arrive', async () => {
	const trace = new OpenTrace(header);
	const seen: number[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			void trace.version;
			seen.push(trace.analysis.messages.length);
		});
	});
	flushSync();
	for (let seq = 0; seq < 50; seq += 2) trace.append([message(seq), message(seq + 1)]);
	expect(seen).toEqual([0]);
	await frame();
	flushSync();
	expect(seen).toEqual([0, 50]);
	stop();
});

test('it ends when its last entry was seen, or where it begins', () => {
	const trace = new OpenTrace(header);
	expect(trace.end).toBe(header.createdAt);
	trace.append([message(0), message(1)]);
	expect(trace.end).toBe(1_001);
});
