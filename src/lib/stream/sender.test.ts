import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '../trace/entry.ts';
import { Sender } from './sender.ts';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

/** A socket that is open, and whose buffer a test fills. */
class FullSocket extends EventTarget {
	readonly readyState = 1;
	bufferedAmount = 0;
	readonly sent: string[] = [];

	send(text: string): void {
		this.sent.push(text);
	}

	answer(answer: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(answer) }));
	}
}

const entry = (seq: number): Entry => ({ kind: 'socket', event: 'error', seq, at: seq });

test('while Sipscope does not read fast enough, one timer looks again, however much is recorded', () => {
	const socket = new FullSocket();
	const sender = new Sender({
		open: () => socket as unknown as WebSocket,
		hello: () => 'hello',
		mostCharacters: 1_000_000,
		onrefused: () => undefined
	});
	sender.begin();
	socket.answer({ type: 'ready', next: 0 });
	socket.bufferedAmount = 2 * 1024 * 1024;
	for (let seq = 0; seq < 10; seq++) sender.append([entry(seq)]);
	vi.advanceTimersByTime(200);
	expect(vi.getTimerCount()).toBe(1);
	expect(socket.sent).toEqual([]);

	socket.bufferedAmount = 0;
	vi.advanceTimersByTime(50);
	expect(socket.sent.join('\n').split('\n')).toHaveLength(10);
	expect(vi.getTimerCount()).toBe(0);
});
