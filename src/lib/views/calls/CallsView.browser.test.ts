import { userEvent } from 'vitest/browser';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { callOrder } from './call-order.svelte.ts';
import CallsStage from './CallsStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const header = traceHeader({ source: 'import' });

beforeEach(() => {
	callOrder.column = 'started';
	callOrder.descending = true;
});

/** Three calls: one of ten seconds to 102, a busy one to 78654, one of a second to 99. */
function threeCalls() {
	const script = new ScriptedTrace();
	const alice = script.phone('Alice', '101').online();
	const long = alice.call('102').dial().answered();
	script.wait(10_000);
	long.hangUp();
	alice.call('78654').dial().refused(486);
	const short = alice.call('99').dial().answered();
	script.wait(1_000);
	short.hangUp();
	return script.entries;
}

async function show(entries = threeCalls(), filter = '') {
	const screen = await render(CallsStage, { header, entries, filter });
	const rows = () =>
		[...document.querySelectorAll('[role=listbox][aria-label=Calls] [role=option]')].map(
			(row) => /calls\s*(\S+)/.exec(row.textContent)?.[1]
		);
	return { screen, rows };
}

test('the newest first; any column sorts, and again the other way round', async () => {
	const { screen, rows } = await show();
	await expect.poll(rows).toEqual(['99', '78654', '102']);
	await screen.getByRole('button', { name: 'To' }).click();
	await expect.poll(rows).toEqual(['99', '102', '78654']);
	await screen.getByRole('button', { name: 'Talk' }).click();
	await expect.poll(rows).toEqual(['99', '102', '78654']);
	await screen.getByRole('button', { name: 'Talk, ascending' }).click();
	await expect.poll(rows).toEqual(['102', '99', '78654']);
	await expect
		.element(screen.getByRole('button', { name: 'Talk, descending' }))
		.toHaveAttribute('aria-pressed', 'true');
});

test('keys walk from call to call, whose legs are told beside it; Enter opens its ladder', async () => {
	const { screen } = await show();
	await expect.element(screen.getByRole('option').first()).toBeVisible();
	screen.getByRole('listbox').element().focus();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	await expect
		.element(screen.getByRole('option', { selected: true }))
		.toHaveTextContent(/78654.*486 Busy Here/s);
	const details = screen.getByRole('article', { name: 'Details of the call' });
	await expect.element(details).toHaveTextContent(/Alice · outbound.*Post-dial delay/s);
	await userEvent.keyboard('{Enter}');
	await expect.element(screen.getByText('ladder', { exact: true })).toBeVisible();
});

test('the filter of list and ladder leaves the calls that have such a message', async () => {
	const { screen, rows } = await show(threeCalls(), 'status:486');
	await expect.poll(rows).toEqual(['78654']);
	await expect.element(screen.getByRole('option')).toBeVisible();
});

test('a filter that leaves no call can be cleared', async () => {
	const { screen, rows } = await show(threeCalls(), 'method:REFER');
	await screen.getByRole('button', { name: 'Clear the filter' }).click();
	await expect.poll(rows).toHaveLength(3);
});

test('thousands of calls are a screenful of rows', async () => {
	const script = new ScriptedTrace();
	const alice = script.phone('Alice', '101').online();
	for (let number = 0; number < 3_000; number++) alice.call(`${1000 + number}`).dial();
	const { screen, rows } = await show(script.entries);
	await expect.element(screen.getByRole('option').first()).toBeVisible();
	screen.getByRole('listbox').element().focus();
	await userEvent.keyboard('{End}');
	await expect.element(screen.getByRole('option', { selected: true })).toHaveTextContent('1000');
	expect(rows().length).toBeLessThan(60);
});

test('a trace without calls says so', async () => {
	const { screen } = await show([]);
	await expect.element(screen.getByText('Nobody called anybody in this trace.')).toBeVisible();
});
