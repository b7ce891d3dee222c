import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import FindStage from './FindStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

/** Three calls of Alice's, of which the second is refused; the others end with BYE. */
async function stage() {
	const script = new ScriptedTrace();
	const alice = script.phone('Alice', '101').start();
	alice.call('102', { callId: 'first' }).dial().answered().hangUp();
	alice.call('78654', { callId: 'second' }).dial().refused(486);
	alice.call('103', { callId: 'third' }).dial().answered().hangUp();
	const header = traceHeader();
	await render(FindStage, { header, entries: script.entries });
}

const field = () => page.getByRole('textbox', { name: 'Find' });
const bar = () => page.getByRole('search', { name: 'Find in messages' });
const told = () => bar().getByRole('status');
const selected = () => page.getByRole('option', { selected: true });

test('counts the messages that have it, and goes from one to the next, round and round', async () => {
	await stage();
	await userEvent.keyboard('/');
	await expect.element(field()).toHaveFocus();
	await userEvent.keyboard('^BYE sip');
	await expect.element(told()).toHaveTextContent('Not found');
	await page.getByRole('button', { name: 'Regular expression' }).click();
	await expect.element(told()).toHaveTextContent('2 messages');
	await field().click();
	await userEvent.keyboard('{Enter}');
	await expect.element(told()).toHaveTextContent('1 of 2 messages');
	await expect.element(selected()).toHaveTextContent(/found:.*BYE/);
	await userEvent.keyboard('{Enter}');
	await expect.element(told()).toHaveTextContent('2 of 2 messages');
	await userEvent.keyboard('{Enter}');
	await expect.element(told()).toHaveTextContent('1 of 2 messages');
	await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
	await expect.element(told()).toHaveTextContent('2 of 2 messages');
});

test('n and N go on outside of the field; Escape in it stops, and the text is still there', async () => {
	await stage();
	await userEvent.keyboard('/');
	await userEvent.keyboard('busy here');
	await expect.element(told()).toHaveTextContent('1 message');
	await page.getByRole('listbox', { name: 'Messages' }).click();
	await userEvent.keyboard('n');
	await expect.element(told()).toHaveTextContent('1 of 1 message');
	await expect.element(selected()).toHaveTextContent('486 Busy Here');
	await userEvent.keyboard('{Control>}f{/Control}');
	await expect.element(field()).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(bar()).not.toBeInTheDocument();
	await userEvent.keyboard('/');
	await expect.element(field()).toHaveValue('busy here');
});

test('marks it in the raw text, in its letter case where that is asked for', async () => {
	await stage();
	await userEvent.keyboard('/');
	await userEvent.keyboard('BUSY{Enter}');
	const raw = page.getByRole('article', { name: 'Details of the message' });
	await expect.element(raw.getByText('Busy', { exact: true }).first()).toHaveClass(/found/);
	await page.getByRole('button', { name: 'Match letter case' }).click();
	await expect.element(told()).toHaveTextContent('Not found');
});

test('looks only at what the filter leaves, and leaves all of that where it is', async () => {
	await stage();
	await userEvent.keyboard('/');
	await userEvent.keyboard('third');
	await expect.element(told()).toHaveTextContent(/^\d+ messages$/);
	const before = Number(/\d+/.exec(told().element().textContent ?? '')?.[0]);
	await page.getByRole('button', { name: 'Only BYE' }).click();
	await expect.element(told()).toHaveTextContent('2 messages');
	expect(before).toBeGreaterThan(2);
	await expect.element(page.getByRole('option')).toHaveLength(4);
});

test('tells what is wrong with a regular expression', async () => {
	await stage();
	await userEvent.keyboard('/');
	await page.getByRole('button', { name: 'Regular expression' }).click();
	await field().fill('(');
	await expect.element(told()).toHaveTextContent('This is no regular expression');
	await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
});
