import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import FilterStage from './FilterStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

async function stage() {
	const script = new ScriptedTrace();
	const alice = script.phone('Alice', '101').start();
	alice.call('78654', { callId: 'busy' }).dial().refused(486);
	const entries = [...script.entries];
	alice.call('102', { callId: 'answered' }).dial().answered().hangUp();
	const later = script.entries.slice(entries.length);
	await render(FilterStage, { header: traceHeader(), entries, later });
	return page.getByRole('combobox', { name: 'Filter messages' });
}

const applied = () => page.getByRole('status');
const option = (name: string | RegExp) => page.getByRole('option', { name });

test('offers keys, then the values of the trace with their counts, by keyboard alone', async () => {
	const field = await stage();
	await field.click();
	await expect.element(option(/^method:/)).toBeVisible();
	await userEvent.keyboard('met');
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(field).toHaveValue('method:');
	await expect.element(option(/^INVITE/)).toBeVisible();
	await userEvent.keyboard('inv');
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(option(/^INVITE/)).toHaveAttribute('aria-selected', 'true');
	const active = option(/^INVITE/).element().id;
	await expect.element(field).toHaveAttribute('aria-activedescendant', active);
	await userEvent.keyboard('{Enter}');
	await expect.element(field).toHaveValue('method:INVITE');
	await expect.element(field).toHaveAttribute('aria-expanded', 'false');
	await expect.element(applied()).toHaveTextContent('method:INVITE');
});

test('Enter without a choice applies what is written, Escape closes, then clears', async () => {
	const field = await stage();
	await field.click();
	await userEvent.keyboard('sta');
	await expect.element(option(/^status:/)).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect.element(applied()).toHaveTextContent('sta');
	await userEvent.keyboard('t{Escape}');
	await expect.element(field).toHaveValue('stat');
	await userEvent.keyboard('{Escape}');
	await expect.element(field).toHaveValue('');
	await expect.element(applied()).toHaveTextContent('');
});

test('a click takes a suggestion and leaves the caret behind it', async () => {
	const field = await stage();
	await field.click();
	await userEvent.keyboard('busy status:');
	await option(/^486/).click();
	await userEvent.keyboard(',100');
	await expect.element(field).toHaveValue('busy status:486,100');
	await expect.element(field).toHaveFocus();
});

test('tells what is wrong, and writes what was likely meant', async () => {
	const field = await stage();
	await field.click();
	await userEvent.keyboard('metod:BYE');
	await expect.element(page.getByRole('alert')).toHaveTextContent('Did you mean method:?');
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	await expect.element(field).toHaveAccessibleDescription(/is no key/);
	await page.getByRole('button', { name: 'Write method:' }).click();
	await expect.element(field).toHaveValue('method:BYE');
	await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
	await expect.element(applied()).toHaveTextContent('method:BYE');
});

test('shows the filter that a link or Back leads to', async () => {
	const field = await stage();
	await page.getByRole('button', { name: 'Back' }).click();
	await expect.element(field).toHaveValue('phone:Bob');
});

test('what comes while one writes is offered from the next key on', async () => {
	const field = await stage();
	await field.click();
	await userEvent.keyboard('method:');
	await expect.element(option(/^INVITE/)).toBeVisible();
	expect(option(/^BYE/).query()).toBeNull();
	(page.getByRole('button', { name: 'Later' }).element() as HTMLElement).click();
	await userEvent.keyboard('b');
	await expect.element(option(/^BYE/)).toBeVisible();
});
