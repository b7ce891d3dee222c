import { SvelteMap } from 'svelte/reactivity';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Where } from '../../state/where.ts';
import { Workbench } from '../../state/workbench.svelte.ts';
import { TRACE_FORMAT } from '../../trace/trace.ts';
import FindingsStage from './FindingsStage.test.svelte';

/** A stored trace of these entries, and a place in it that clicks change. */
function workbenchOf({ entries }: ScriptedTrace, view: Where['view'] = 'findings') {
	const header = {
		id: 'trace',
		format: TRACE_FORMAT,
		name: 'Trace',
		source: 'live' as const,
		createdAt: entries[0]?.at ?? 0,
		versions: { sipscope: '0' }
	};
	const trace = new OpenTrace(header);
	trace.append(entries);
	const place = new SvelteMap<'where', Where>([['where', { view, filter: '' }]]);
	const where = () => place.get('where') as Where;
	return { workbench: new Workbench(trace, where, (next) => place.set('where', next)), where };
}

/** A phone with a wrong password, one that finds no slot, and a call that the edge answered. */
function troubles(): ScriptedTrace {
	const trace = new ScriptedTrace();
	trace.phone('<b>Eve</b>', '103').online().register({ status: 401 });
	const sixth = trace.phone('Sixth', '104').online();
	sixth.register({ status: 603, reason: 'Too Many Contacts' });
	const alice = trace.phone('Alice', '101').online();
	const bob = trace.phone('Bob', '102').online();
	alice.call('102', { callId: 'A', session: 'abc' }).dial().answered();
	const caller = { name: 'Alice', number: '+16505550101' };
	bob.ring(caller, { callId: 'B', session: 'abc' }).confirm().answer();
	return trace;
}

const list = page.getByRole('region', { name: 'Findings' });
const group = (name: string) => list.getByRole('region', { name });
const callouts = page.getByRole('list', { name: 'Findings' });

test('findings are told by severity, the worst first; what came from the wire stays text', async () => {
	await render(FindingsStage, { workbench: workbenchOf(troubles()).workbench });
	await expect.element(group('Errors 2').getByText(/^<b>Eve<\/b> answered/)).toBeVisible();
	await expect.element(group('Errors 2').getByText(/^Sixth was refused with 603/)).toBeVisible();
	await expect.element(group('Explanations 1').getByText(/Bob picked up/)).toBeVisible();
	const headings = [...document.querySelectorAll('section h2')].map((one) => one.textContent);
	expect(headings.slice(-2)).toEqual(['Errors 2', 'Explanations 1']);
});

test('a click leaves the findings of one rule, another brings the others back', async () => {
	await render(FindingsStage, { workbench: workbenchOf(troubles()).workbench });
	const chip = page.getByRole('button', { name: /^All five slots are taken 1/ });
	await chip.click();
	await expect.element(chip).toHaveAttribute('aria-pressed', 'true');
	await expect.element(group('Errors 1').getByText(/^Sixth/)).toBeVisible();
	await expect.element(list.getByText(/Bob picked up/)).not.toBeInTheDocument();
	await page.getByRole('button', { name: /^All 3/ }).click();
	await expect.element(list.getByText(/Bob picked up/)).toBeVisible();
});

test('the messages that prove it are links to them', async () => {
	const { workbench, where } = workbenchOf(troubles());
	await render(FindingsStage, { workbench });
	const refused = group('Errors 2').getByRole('listitem').filter({ hasText: 'Sixth' });
	await refused.getByRole('button', { name: '603 Too Many Contacts' }).click();
	const seq = where().message ?? -1;
	expect(workbench.trace.analysis.messageAt(seq)?.head.status).toBe(603);
	await expect
		.element(refused.getByRole('button', { name: '603 Too Many Contacts' }))
		.toHaveAttribute('aria-current', 'true');
});

test('a call tells what is to be said of it, with whichever of its messages', async () => {
	const { workbench } = workbenchOf(troubles(), 'ladder');
	await render(FindingsStage, { workbench });
	await expect.element(page.getByRole('link', { name: /^101 → 102 1 explanation/ })).toBeVisible();
	workbench.selectConversation('A');
	const callout = callouts.getByRole('button', { name: /^The edge answered Alice/ });
	await expect.element(callout).toHaveAttribute('aria-expanded', 'true');
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await ladder.getByRole('option', { name: /sends ACK to Edge/ }).click();
	await expect.element(callout).toHaveAttribute('aria-expanded', 'true');
	await expect.element(callouts.getByText(/^RingCentral answers every/)).toBeVisible();
	await callout.click();
	await expect.element(callout).toHaveAttribute('aria-expanded', 'false');
	await expect
		.element(
			ladder.getByRole('option', { name: /sends 200 OK.*, The edge answered Alice/ }).first()
		)
		.toBeVisible();
});

test('a registration tells what became of it', async () => {
	const { workbench } = workbenchOf(troubles(), 'registrations');
	await render(FindingsStage, { workbench });
	const finding = callouts.getByRole('button', { name: /^Sixth was refused/ });
	await finding.click();
	await expect.element(callouts.getByText(/^Dispose of a phone/)).toBeVisible();
});

test('where nothing went wrong, it says so', async () => {
	const { workbench } = workbenchOf(scenarios['register and refresh']());
	await render(FindingsStage, { workbench });
	await expect.element(page.getByText('Nothing looks wrong')).toBeVisible();
});

test('a chosen call has its own findings alone; where it has none, the others are a click away', async () => {
	const trace = troubles();
	trace.phone('Carol', '105').online().call('106', { callId: 'C' }).dial();
	const { workbench } = workbenchOf(trace);
	workbench.selectConversation('A');
	await render(FindingsStage, { workbench });
	await expect.element(group('Explanations 1')).toBeVisible();
	await expect.element(group('Errors 2')).not.toBeInTheDocument();
	workbench.selectConversation('C');
	await expect.element(page.getByText('Nothing looks wrong in this call')).toBeVisible();
	await page.getByRole('button', { name: 'Look in the whole trace' }).click();
	await expect.element(group('Errors 2')).toBeVisible();
});
