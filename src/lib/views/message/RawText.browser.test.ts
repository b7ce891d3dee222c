import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RawText from './RawText.svelte';
import { scanHead } from '../../sip/head.ts';

const TEXT = [
	'MESSAGE sip:#996016@example.com SIP/2.0',
	'From: "<b>Alice</b>" <sip:101@example.com>;tag=1',
	`X-Long: ${'a'.repeat(400)}`,
	'CSeq: 1 MESSAGE',
	'',
	'<Msg><Hdr Cmd="17"/></Msg>',
	''
].join('\r\n');

function show(text = TEXT) {
	return render(RawText, { text, bodyOffset: scanHead(text).bodyOffset });
}

function copied(element: Element): string {
	getSelection()?.selectAllChildren(element);
	const clipboardData = new DataTransfer();
	element.dispatchEvent(
		new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
	);
	return clipboardData.getData('text/plain');
}

test('what is shown, and what is copied of it, is the frame with its line ends', async () => {
	const { container } = await show();
	const pre = container.querySelector('pre');
	expect(pre?.textContent).toBe(TEXT);
	expect(copied(pre as Element)).toBe(TEXT);
});

test('colours come when the highlighter has come, and change no character', async () => {
	const { container } = await show();
	const method = () => container.querySelector<HTMLElement>('[style*="--tone-message"]');
	await expect.poll(method).not.toBeNull();
	expect(method()?.textContent).toBe('MESSAGE');
	expect(container.querySelector('pre')?.textContent).toBe(TEXT);
	expect(copied(container.querySelector('pre') as Element)).toBe(TEXT);
});

test('a frame stays text: nothing of it becomes an element', async () => {
	const { container } = await show();
	expect(container.querySelector('b')).toBeNull();
	expect(container.querySelectorAll('pre *:not(span)')).toHaveLength(0);
});

test('a huge frame is shown in full, without colours', async () => {
	const text = `${TEXT}${'x'.repeat(250_000)}`;
	const { container } = await show(text);
	expect(container.querySelector('pre')?.textContent).toBe(text);
	expect(container.querySelector('[style*="--tone"]')).toBeNull();
});
