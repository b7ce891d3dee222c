import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActionError } from './action-error.ts';
import { ForwardedActions } from './forwarded-actions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What becomes of an action, as it is known now. */
function forwarded(seconds = 10) {
	const actions = new ForwardedActions();
	let id = '';
	let outcome: unknown = 'pending';
	actions
		.forward(seconds, (sent) => (id = sent))
		.then(
			() => (outcome = 'done'),
			(error: ActionError) => (outcome = error.code)
		);
	const now = async () => {
		await vi.advanceTimersByTimeAsync(0);
		return outcome;
	};
	return { actions, now, answered: (error?: ActionError) => actions.answered(id, error) };
}

test('is done when it was answered, by its own id', async () => {
	const { actions, now, answered } = forwarded();
	actions.answered('another');
	expect(await now()).toBe('pending');
	answered();
	expect(await now()).toBe('done');
});

test('fails with what the real tab said', async () => {
	const { now, answered } = forwarded();
	answered(new ActionError('failed', '486 Busy Here'));
	expect(await now()).toBe('failed');
});

test('fails in time, and a late answer changes nothing', async () => {
	const { now, answered } = forwarded(10);
	await vi.advanceTimersByTimeAsync(9_999);
	expect(await now()).toBe('pending');
	await vi.advanceTimersByTimeAsync(1);
	expect(await now()).toBe('no answer');
	answered();
	expect(await now()).toBe('no answer');
});

test('fails at once when the real tab is gone', async () => {
	const { actions, now } = forwarded();
	actions.abandon();
	expect(await now()).toBe('gone');
});
