import { expect, it } from 'vitest';
import { lockInstance } from './instance-lock.ts';

it('is held by one at a time, and by another once released', async () => {
	const lock = await lockInstance('sip:a@example.com 1');
	if (lock === 'in use') throw new Error('Nobody holds it yet.');
	expect(await lockInstance('sip:a@example.com 1')).toBe('in use');
	const other = await lockInstance('sip:a@example.com 2');
	expect(other).not.toBe('in use');
	lock.release();
	await expect.poll(() => lockInstance('sip:a@example.com 1')).not.toBe('in use');
});

it('is seen from other tabs, and freed when the tab that holds it is gone', async () => {
	const tab = document.createElement('iframe');
	document.body.append(tab);
	const held = new Promise<void>((resolve) => {
		void tab.contentWindow?.navigator.locks
			.request('phone sip:b@example.com 1', () => {
				resolve();
				return new Promise(() => undefined);
			})
			.catch((error: unknown) => expect(error).toBeInstanceOf(DOMException));
	});
	await held;
	expect(await lockInstance('sip:b@example.com 1')).toBe('in use');
	tab.remove();
	await expect.poll(() => lockInstance('sip:b@example.com 1')).not.toBe('in use');
});
