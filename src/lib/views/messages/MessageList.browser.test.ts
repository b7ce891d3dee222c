import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { Entry } from '../../trace/entry.ts';
import ListStage from './ListStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const START = 1_772_888_587_000_000;

function options(count: number, from = 0): Entry[] {
	return Array.from({ length: count }, (_, index) => {
		const seq = from + index;
		const text = [
			'OPTIONS sip:102@example.com SIP/2.0',
			`Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK${seq}`,
			'From: "Alice" <sip:16505550100*101@example.com>;tag=1',
			'To: <sip:102@example.com>',
			`Call-ID: call-${seq % 2}`,
			`CSeq: ${seq} OPTIONS`,
			'Content-Length: 0',
			'',
			''
		].join('\r\n');
		return { kind: 'message', seq, at: START + seq * 1000, direction: 'sent', text } as const;
	});
}

async function show(count: number, { live = false, filter = '' } = {}) {
	const header = traceHeader({ createdAt: START });
	const screen = await render(ListStage, { header, live, filter });
	const { trace } = screen.component;
	trace.append(options(count));
	return { screen, trace };
}

const lastRow = () => [...document.querySelectorAll('[role="option"]')].at(-1)?.textContent ?? '';

test('keys walk from message to message', async () => {
	const { screen } = await show(30);
	await expect.element(screen.getByRole('option').first()).toBeVisible();
	screen.getByRole('listbox').element().focus();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	await expect
		.element(screen.getByRole('option', { selected: true }))
		.toHaveTextContent(/0\.001.*\+1 ms.*sent.*OPTIONS.*101.*to.*102/s);
	await userEvent.keyboard('{End}');
	await expect.element(screen.getByRole('option', { selected: true })).toHaveTextContent('0.029');
});

test('above the first message is none: it has no delta', async () => {
	const { screen } = await show(3);
	await expect.element(screen.getByRole('option').nth(1)).toHaveTextContent('+1 ms');
	await expect.element(screen.getByRole('option').first()).not.toHaveTextContent(/[+−]\d/);
});

test('a hundred thousand messages are a screenful of rows', async () => {
	const { screen } = await show(100_000);
	await expect.element(screen.getByRole('option').first()).toBeVisible();
	screen.getByRole('listbox').element().focus();
	await userEvent.keyboard('{End}');
	await expect
		.element(screen.getByRole('option', { selected: true }))
		.toHaveTextContent('1:39.999');
	expect(document.querySelectorAll('[role="option"]').length).toBeLessThan(60);
});

test('a live list stays at its end, unless one has scrolled away from it', async () => {
	const { screen, trace } = await show(100, { live: true });
	await expect.poll(lastRow).toContain('0.099');
	trace.append(options(50, 100));
	await expect.poll(lastRow).toContain('0.149');
	screen.getByRole('listbox').element().scrollTop = 0;
	await expect.poll(lastRow).not.toContain('0.149');
	trace.append(options(50, 150));
	await expect.element(screen.getByRole('option').first()).toHaveTextContent('0.000');
	expect(lastRow()).not.toContain('0.199');
});

test('a list may go while it scrolls', async () => {
	const { screen } = await show(100);
	await expect.element(screen.getByRole('option').first()).toBeVisible();
	const scroller = screen.getByRole('listbox').element();
	const scrolled = new Promise((resolve) => scroller.addEventListener('scroll', resolve));
	scroller.scrollTop = 500;
	await screen.unmount();
	await Promise.race([scrolled, new Promise((resolve) => setTimeout(resolve, 200))]);
});

test('a filter that leaves nothing can be cleared', async () => {
	const { screen } = await show(10, { filter: 'method:INVITE' });
	await screen.getByRole('button', { name: 'Clear the filter' }).click();
	await expect.element(screen.getByRole('option').first()).toBeVisible();
});

test('a trace without messages says so', async () => {
	const { screen } = await show(0, { live: true });
	await expect.element(screen.getByText('No messages yet')).toBeVisible();
});
