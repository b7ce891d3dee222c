import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { Entry } from '../../trace/entry.ts';
import DetailStage from './DetailStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const START = 1_772_888_587_000_000;

const HEADER = traceHeader({ createdAt: START });

const fields = (...more: string[]) => [
	'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK1',
	'From: <sip:101@example.com>;tag=1',
	'To: <sip:102@example.com>',
	'Call-ID: call-1',
	'CSeq: 7 MESSAGE',
	...more
];

const COMMAND = '<Msg><Hdr Cmd="17"/><Bdy Cln="8023"/></Msg>';
const REQUEST = [
	'MESSAGE sip:102@example.com SIP/2.0',
	...fields('c: x-rc/agent', `Content-Length: ${COMMAND.length}`),
	'',
	COMMAND
].join('\r\n');
const RESPONSE = ['SIP/2.0 200 OK', ...fields('Content-Length: 3'), '', ''].join('\r\n');

const ENTRIES: Entry[] = [
	{ kind: 'message', seq: 0, at: START, direction: 'sent', text: REQUEST },
	{ kind: 'message', seq: 1, at: START + 5000, direction: 'received', text: RESPONSE },
	{
		kind: 'message',
		seq: 2,
		at: START + 6000,
		direction: 'received',
		bytes: Uint8Array.of(0, 255, 0x53)
	},
	{
		kind: 'message',
		seq: 3,
		at: START + 7000,
		direction: 'received',
		bytes: Uint8Array.of(...new TextEncoder().encode(RESPONSE.replace('3\r\n', '1\r\n')), 0xff)
	},
	{ kind: 'message', seq: 4, at: START + 8000, direction: 'received', text: '\r\n\r\n' }
];

const show = (message: number) =>
	render(DetailStage, { header: HEADER, entries: ENTRIES, message });

test('a response tells what it answers, and leads there', async () => {
	const screen = await show(1);
	await expect.element(screen.getByText(/MESSAGE 7.*5 ms\s+before/)).toBeVisible();
	await screen.getByRole('button', { name: 'MESSAGE 7' }).click();
	await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^MESSAGE/);
	await expect.element(screen.getByText(/200 OK.*5 ms\s+after/)).toBeVisible();
});

test('the keyboard goes from tab to tab; the choice outlives a message without a body', async () => {
	const screen = await show(0);
	screen.getByRole('tab', { name: 'Raw' }).element().focus();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(screen.getByRole('tabpanel')).toHaveTextContent('Content-Type as “c”');
	await userEvent.keyboard('{ArrowRight}');
	await expect
		.element(screen.getByRole('tabpanel'))
		.toHaveTextContent('Command 17 ClientReceiveConfirm');
	await screen.getByRole('button', { name: '200 OK' }).click();
	await expect.element(screen.getByRole('tab', { selected: true })).toHaveTextContent('Raw');
	await screen.getByRole('button', { name: 'MESSAGE 7' }).click();
	await expect.element(screen.getByRole('tab', { selected: true })).toHaveTextContent('Command');
});

test('problems are told, and marked where they are', async () => {
	const screen = await show(1);
	await expect.element(screen.getByText('Content-Length is not the body’s length')).toBeVisible();
	const marked = document.querySelector('.marked');
	expect(marked?.parentElement?.textContent).toContain(`Content-Length: ${marked?.textContent}`);
});

test('a binary frame is shown as bytes', async () => {
	const screen = await show(2);
	await expect.element(screen.getByRole('heading', { name: 'Binary frame' })).toBeVisible();
	await expect.element(screen.getByText('00000000 00 ff 53')).toBeVisible();
});

test('a message with a body that is no text is read all the same', async () => {
	const screen = await show(3);
	await expect.element(screen.getByRole('heading', { name: '200 OK' })).toBeVisible();
	await expect.element(screen.getByRole('tab', { name: 'Bytes' })).toBeVisible();
	await screen.getByRole('tab', { name: 'Headers' }).click();
	await expect.element(screen.getByRole('tabpanel')).toHaveTextContent('Call-ID call-1');
	await expect.element(screen.getByText('none', { exact: true })).toBeVisible();
});

test('a keep-alive is named', async () => {
	const screen = await show(4);
	await expect.element(screen.getByRole('heading', { name: 'Keep-alive' })).toBeVisible();
});

test('a bookmark and a note stay with their message', async () => {
	const screen = await show(0);
	const bookmark = screen.getByRole('button', { name: 'Bookmark this message' });
	await expect.element(bookmark).toHaveAttribute('aria-pressed', 'false');
	await bookmark.click();
	await expect
		.element(screen.getByRole('button', { name: 'Remove the bookmark' }))
		.toHaveAttribute('aria-pressed', 'true');

	const note = screen.getByRole('textbox', { name: 'Note on this message' });
	await expect.element(note).not.toBeInTheDocument();
	await screen.getByRole('button', { name: 'Write a note' }).click();
	await expect.element(note).toHaveFocus();
	await userEvent.keyboard('<b>why{Enter}60?');
	await userEvent.keyboard('{Escape}');
	await expect.element(note).not.toHaveFocus();

	await screen.getByRole('button', { name: '200 OK' }).click();
	await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent('200 OK');
	await expect.element(note).not.toBeInTheDocument();
	await screen.getByRole('button', { name: 'MESSAGE 7' }).click();
	await expect.element(note).toHaveValue('<b>why\n60?');
});

test('copying says what came of it', async () => {
	const screen = await show(0);
	await screen.getByRole('button', { name: 'Copy the message, redacted' }).click();
	await expect.element(screen.getByRole('status')).toHaveTextContent(/^(Copied|The browser)/);
});
