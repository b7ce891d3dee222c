import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import StreamPage from './StreamPage.svelte';

afterEach(() => vi.restoreAllMocks());

test.for([
	['answers with an error', () => Promise.resolve(new Response('', { status: 500 }))],
	['is away', () => Promise.reject(new TypeError('Failed to fetch'))]
] as const)('where the server %s nothing is copied, and the page says so', async ([, answer]) => {
	vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
	const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
	await render(StreamPage);
	await userEvent.click(page.getByRole('button', { name: 'Copy the script' }));
	await expect.element(page.getByText(/^Not copied: the server/)).toBeVisible();
	expect(copy).not.toHaveBeenCalled();
});
