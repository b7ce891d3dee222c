import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Where } from '../../state/where.ts';
import FindingsStage from './FindingsStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';
import { StagedWorkbench } from '../../state/testing/staged-workbench.svelte.ts';

/** A stored trace of these entries, and a place in it that clicks change. */
function workbenchOf({ entries }: ScriptedTrace, view: Where['view'] = 'findings', filter = '') {
	const header = traceHeader({ createdAt: entries[0]?.at ?? 0 });
	const trace = new OpenTrace(header);
	trace.append(entries);
	const stage = new StagedWorkbench(trace, { view, filter });
	return { workbench: stage.workbench, where: () => stage.where };
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

test('those of one kind can be looked at alone', async () => {
	await render(FindingsStage, { workbench: workbenchOf(troubles()).workbench });
	const kind = page.getByRole('combobox', { name: 'Kind of finding' });
	await kind.selectOptions('All five slots are taken');
	await expect.element(group('Errors 1').getByText(/^Sixth was/)).toBeVisible();
	await expect.element(list.getByText(/Bob picked up/)).not.toBeInTheDocument();
	await kind.selectOptions('All kinds');
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
	workbench.selectConversation('A');
	const callout = callouts.getByRole('button', { name: /^The edge answered Alice/ });
	await expect.element(callouts.getByText('RingCentral: a B2BUA')).toBeVisible();
	await expect.element(callout).toHaveAttribute('aria-expanded', 'true');
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await ladder.getByRole('option', { name: /sends ACK to Edge/ }).click();
	await expect.element(callout).toHaveAttribute('aria-expanded', 'true');
	await expect.element(callouts.getByText(/^RingCentral answers every/)).toBeVisible();
	await callout.click();
	await expect.element(callout).toHaveAttribute('aria-expanded', 'false');
});

test('lists mark what went wrong, by what settles it; they leave explanations to the callout', async () => {
	const { workbench } = workbenchOf(troubles(), 'ladder');
	await render(FindingsStage, { workbench });
	await expect.element(page.getByRole('link', { name: /^Whole trace.*2 errors$/ })).toBeVisible();
	await expect.element(page.getByRole('link', { name: /^101 → 102 .*answered$/ })).toBeVisible();
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	const refusal = ladder.getByRole('option', { name: /sends 603 .*, Sixth was refused/ });
	await expect.element(refusal).toBeVisible();
	expect(refusal.element().querySelector('svg.lucide-octagon-alert')).not.toBeNull();
	await expect
		.element(ladder.getByRole('option', { name: /The edge answered/ }))
		.not.toBeInTheDocument();
});

test('keys go from finding to finding, and lead to the message that settles one', async () => {
	const { workbench } = workbenchOf(troubles());
	await render(FindingsStage, { workbench });
	await expect.element(group('Explanations 1')).toBeVisible();
	const sentence = (text: RegExp) => list.getByRole('link', { name: text });
	(list.element() as HTMLElement).focus();
	await userEvent.keyboard('j');
	await expect.element(sentence(/^<b>Eve<\/b> answered/)).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}j');
	await expect.element(sentence(/^The edge answered/)).toHaveFocus();
	await userEvent.keyboard('k');
	await expect.element(sentence(/^Sixth was/)).toHaveFocus();
	const href = sentence(/^Sixth was/)
		.element()
		.getAttribute('href');
	const seq = Number(new URL(href ?? '', location.href).searchParams.get('message'));
	expect(workbench.trace.analysis.messageAt(seq)?.head.status).toBe(603);
	await userEvent.keyboard('{Home}k');
	await expect.element(sentence(/^<b>Eve<\/b> answered/)).toHaveFocus();
});

test('a filter leaves what the messages that match it prove; where that is nothing, it can be cleared', async () => {
	const { workbench } = workbenchOf(troubles(), 'findings', 'status:603');
	await render(FindingsStage, { workbench });
	await expect.element(group('Errors 1').getByText(/^Sixth was/)).toBeVisible();
	await expect.element(group('Explanations 1')).not.toBeInTheDocument();
	workbench.setFilter('method:BYE');
	await expect.element(page.getByText('No finding matches the filter')).toBeVisible();
	await expect.element(page.getByText('The trace has 3 findings')).toBeVisible();
	await page.getByRole('button', { name: 'Clear the filter' }).click();
	await expect.element(group('Errors 2')).toBeVisible();
});

test('a registration tells what became of it', async () => {
	const { workbench } = workbenchOf(troubles(), 'registrations');
	await render(FindingsStage, { workbench });
	const finding = callouts.getByRole('button', { name: /^Sixth was refused/ });
	await finding.click();
	await expect.element(callouts.getByText(/^Dispose of a phone/)).toBeVisible();
});

test('where nothing went wrong, it says so, and what was looked for', async () => {
	const { workbench } = workbenchOf(scenarios['register and refresh']());
	await render(FindingsStage, { workbench });
	await expect.element(page.getByText('Nothing looks wrong')).toBeVisible();
	await expect.element(page.getByText(/looked at 18 messages, 0 calls and 1 reg/)).toBeVisible();
	await page.getByText(/^What is looked for/).click();
	await expect.element(page.getByText('Wrong password or user name')).toBeVisible();
});

test('of a call with much to tell the worst is told, the others are a click away', async () => {
	const trace = troubles();
	const call = trace.phone('Carol', '105').online().call('106', { callId: 'C' }).dial().answered();
	for (let more = 0; more < 10; more++) call.info('callpark', -4, `Refused ${more} times`);
	const { workbench } = workbenchOf(trace, 'ladder');
	workbench.selectConversation('C');
	await render(FindingsStage, { workbench });
	await expect.element(callouts.getByText(/Refused 0 times/)).toBeVisible();
	await expect.element(callouts.getByText(/Refused 1 times/)).not.toBeInTheDocument();
	await callouts.getByRole('button', { name: '9 more of this call' }).click();
	await expect.element(callouts.getByText(/Refused 7 times/)).toBeVisible();
	await expect.element(callouts.getByText(/Refused 8 times/)).not.toBeInTheDocument();
	await expect
		.element(callouts.getByRole('link', { name: '2 more in Findings' }))
		.toHaveAttribute('href', '/traces/trace/findings?call=C');
});

test('what went wrong with the selected message is told first', async () => {
	const trace = troubles();
	const call = trace.phone('Carol', '105').online().call('106', { callId: 'C' }).dial().answered();
	call.info('callpark', -4, 'the first').info('callpark', -4, 'the second');
	const { workbench } = workbenchOf(trace, 'ladder');
	workbench.selectConversation('C');
	await render(FindingsStage, { workbench });
	const told = callouts.getByRole('button', { name: /^Carol asked for callpark/ });
	await expect.element(told).toHaveTextContent(/the first/);
	const ladder = page.getByRole('listbox', { name: 'Ladder' });
	await ladder
		.getByRole('option', { name: /the second/ })
		.last()
		.click();
	await expect.element(told).toHaveTextContent(/the second/);
	await expect.element(told).toHaveAttribute('aria-expanded', 'true');
	await ladder.getByRole('option', { name: /sends ACK/ }).click();
	await expect.element(told).toHaveTextContent(/the first/);
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
