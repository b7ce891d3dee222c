import { expect, it } from 'vitest';
import { isInstanceInUse, lockInstance } from './instance-lock.ts';

const ALICE = 'sip:a@example.com';
const BOB = 'sip:b@example.com';

it('is held by one at a time, and by another once released', async () => {
	const lock = await lockInstance(ALICE, '1');
	if (lock === 'in use') throw new Error('Nobody holds it yet.');
	expect(await lockInstance(ALICE, '1')).toBe('in use');
	const other = await lockInstance(ALICE, '2');
	expect(other).not.toBe('in use');
	await lock.release();
	expect(await lockInstance(ALICE, '1')).not.toBe('in use');
});

it('is seen from other tabs, and freed when the tab that holds it is gone', async () => {
	const tab = document.createElement('iframe');
	document.body.append(tab);
	const held = new Promise<void>((resolve) => {
		void tab.contentWindow?.navigator.locks
			.request(`phone ${BOB} 1`, () => {
				resolve();
				return new Promise(() => undefined);
			})
			.catch((error: unknown) => expect(error).toBeInstanceOf(DOMException));
	});
	await held;
	expect(await lockInstance(BOB, '1')).toBe('in use');
	expect(await isInstanceInUse(BOB, '1')).toBe(true);
	expect(await isInstanceInUse(BOB, '2')).toBe(false);
	tab.remove();
	await expect.poll(() => isInstanceInUse(BOB, '1')).toBe(false);
	expect(await lockInstance(BOB, '1')).not.toBe('in use');
});
