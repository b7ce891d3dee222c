import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { diffOptions } from './diff-options.svelte.ts';
import DiffStage from './DiffStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const header = traceHeader({ source: 'import' });

const script = new ScriptedTrace();
script.phone('Alice', '101').online().call('102').dial().answered().reinvite('sendonly');
const invites = script.entries
	.filter((entry) => entry.kind === 'message' && entry.text?.startsWith('INVITE '))
	.map(({ seq }) => seq);
const [first = 0, retry = 0] = invites;
const hold = invites.at(-1) ?? 0;

beforeEach(() => {
	diffOptions.layout = undefined;
	diffOptions.unchanged = true;
});

const show = (message: number, compare?: number) =>
	render(DiffStage, { header, entries: script.entries, message, compare });
const diff = page.getByRole('region', { name: 'Difference of two messages' });
const rows = () => [...document.querySelectorAll('tr[data-kind]')];

test('a hold beside the INVITE before: what has changed, and what is the same only if wanted', async () => {
	await show(hold, retry);
	await expect.element(diff.getByRole('status')).toHaveTextContent(/\d+ changed/);
	const changed = diff.getByRole('row', { name: /changed a=sendrecv.*a=sendonly/ });
	await expect.element(changed).toBeVisible();
	await expect.element(changed.getByText('sendonly', { exact: true })).toBeVisible();
	const all = rows().length;
	await diff.getByRole('button', { name: 'Show what is the same' }).click();
	await expect.poll(() => rows().length).toBeLessThan(all);
	expect(rows().filter(({ classList }) => classList.contains('same'))).toEqual([]);
	await diff.getByRole('button', { name: 'Side by side' }).click();
	await expect.element(diff.getByRole('row', { name: 'removed a=sendrecv' })).toBeVisible();
	await expect.element(diff.getByRole('row', { name: 'added a=sendonly' })).toBeVisible();
});

test('the sides may be changed, and it may be closed', async () => {
	await show(hold, retry);
	await diff.getByRole('button', { name: 'Change sides' }).click();
	await expect.element(diff.getByRole('row', { name: /a=sendonly.*a=sendrecv/ })).toBeVisible();
	await diff.getByRole('button', { name: 'Close' }).click();
	await expect.element(diff).not.toBeInTheDocument();
});

test('the menu compares with the one before, or with one that was marked', async () => {
	await show(retry);
	const menu = page.getByRole('button', { name: 'Compare and copy' });
	await menu.click();
	await page.getByRole('menuitem', { name: /^Compare with INVITE \d+ before/ }).click();
	await expect.element(diff.getByRole('row', { name: /added Proxy-Authorization/i })).toBeVisible();
	await diff.getByRole('button', { name: 'Close' }).click();
	await menu.click();
	await page.getByRole('menuitem', { name: 'Mark, to compare another with it' }).click();
	await expect.element(page.getByText('marked to compare')).toBeVisible();
	await page.getByRole('button', { name: '183 Session Progress' }).click();
	await menu.click();
	await page.getByRole('menuitem', { name: /^Compare with the marked INVITE/ }).click();
	await expect.element(diff).toBeVisible();
});

test('two that are the same say so', async () => {
	const twice = script.entries.map((entry) => ({ ...entry }));
	const copy = { ...twice[first], seq: twice.length } as (typeof twice)[number];
	await render(DiffStage, { header, entries: [...twice, copy], message: copy.seq, compare: first });
	await expect.element(diff.getByRole('status')).toHaveTextContent('no difference');
	await diff.getByRole('button', { name: 'Show what is the same' }).click();
	await expect.element(diff.getByText('They are the same, character by character.')).toBeVisible();
});
