import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearStrayRejections } from './stray-rejections.ts';

/** Node has no page to tell of rejections; this one stands in for it. */
let page: EventTarget;

beforeEach(() => {
	page = new EventTarget();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

function reject(reason: unknown) {
	page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
}

it('lays a rejection at the door of the only phone', () => {
	const heard = vi.fn();
	const stop = hearStrayRejections(heard);
	const reason = new TypeError('no answer to apply');
	reject(reason);
	expect(heard.mock.calls).toEqual([[reason, true]]);
	stop();
	reject(reason);
	expect(heard).toHaveBeenCalledTimes(1);
});

it('blames no phone among several, and tells once', () => {
	const heard = [vi.fn(), vi.fn()];
	const stops = heard.map((hearer) => hearStrayRejections(hearer));
	reject('x');
	expect(heard.flatMap(({ mock }) => mock.calls)).toEqual([['x', false]]);
	stops[0]?.();
	reject('y');
	expect(heard[1]?.mock.calls).toEqual([['y', true]]);
	stops[1]?.();
});
