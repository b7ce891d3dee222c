import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleWithin } from './outcome.ts';
import { describeThrown } from './thrown.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('settleWithin', () => {
	it('tells what the promise became', async () => {
		expect(await settleWithin(Promise.resolve(5), 1)).toEqual({ kind: 'done', value: 5 });
		const thrown = new Error('no');
		expect(await settleWithin(Promise.reject(thrown), 1)).toEqual({ kind: 'failed', thrown });
		expect(vi.getTimerCount()).toBe(0);
	});

	it('stops waiting at the limit, and tells later what became of it', async () => {
		const slow = new Promise<number>((resolve) => setTimeout(() => resolve(5), 9_000));
		const waiting = settleWithin(slow, 8);
		await vi.advanceTimersByTimeAsync(8_000);
		const outcome = await waiting;
		await vi.advanceTimersByTimeAsync(1_000);
		expect(outcome.kind === 'no answer' && (await outcome.later)).toEqual({
			kind: 'done',
			value: 5
		});
	});

	it('does not wait past the end of what it is about', async () => {
		const never = new Promise<void>(() => undefined);
		const waiting = settleWithin(never, Infinity, Promise.resolve());
		await vi.advanceTimersByTimeAsync(0);
		expect((await waiting).kind).toBe('no answer');
	});

	it('hears what the end itself settles', async () => {
		const end = Promise.resolve();
		const settledByEnd = end.then(() => end).then(() => 5);
		expect(await settleWithin(settledByEnd, 1, end)).toEqual({ kind: 'done', value: 5 });
	});
});

describe('describeThrown', () => {
	it('keeps the words of what was thrown', () => {
		expect(describeThrown(new Error('Registration failed: SIP/2.0 603 Too Many Contacts'))).toBe(
			'Registration failed: SIP/2.0 603 Too Many Contacts'
		);
		expect(describeThrown(new TypeError('str.split is not a function'))).toBe(
			'TypeError: str.split is not a function'
		);
		expect(describeThrown('text')).toBe('text');
		expect(describeThrown(undefined)).toBe('undefined');
	});

	it('says which socket an error event is about', () => {
		expect(describeThrown({ type: 'error', target: { url: 'wss://192.0.2.1/' } })).toBe(
			'"error" event of the WebSocket to wss://192.0.2.1/'
		);
		expect(describeThrown(new Event('error'))).toBe('"error" event');
	});
});
