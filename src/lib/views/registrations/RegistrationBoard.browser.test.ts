import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { scenarios } from '../../../../tests/scenarios.ts';
import type { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { OpenTrace } from '../../state/open-trace.svelte.ts';
import { SECOND } from '../../trace/instant.ts';
import BoardStage from './BoardStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';
import { StagedWorkbench } from '../../state/testing/staged-workbench.svelte.ts';

/** A stored trace of these entries, seen from a moment in seconds since its beginning. */
async function look({ entries }: ScriptedTrace, seconds?: number) {
	const header = traceHeader({ createdAt: entries[0]?.at ?? 0 });
	const trace = new OpenTrace(header);
	trace.append(entries);
	const moment = seconds === undefined ? undefined : seconds * SECOND;
	const stage = new StagedWorkbench(trace, { view: 'registrations', filter: '', moment });
	const { workbench } = stage;
	await render(BoardStage, { workbench });
	return { workbench, where: () => stage.where };
}

const slots = page.getByRole('list', { name: 'Slots of 101' });
const timeline = page.getByRole('listbox', { name: 'Registrations over time' });
const moment = page.getByRole('slider', { name: 'Looked at from' });

test('five hold the slots, and the 603 of the sixth is tied to them', async () => {
	await look(scenarios['five instances and a sixth']());
	await expect.element(page.getByText('5 of 5 slots')).toBeVisible();
	await expect.element(page.getByText(/the next one frees in/)).toHaveTextContent(/0:\d\d/);
	const refused = page.getByRole('list', { name: 'Without a slot' });
	await expect.element(refused).toHaveTextContent(/603 Too Many Contacts/);
	for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
		await expect.element(refused.getByRole('button', { name, exact: true })).toBeVisible();
	await refused.getByRole('button', { name: 'Three', exact: true }).click();
	expect(document.activeElement?.textContent).toContain('Three');
	await expect.element(slots.getByRole('button', { name: 'Six' }).first()).toBeVisible();
});

test('the board is as it was at the moment that is chosen', async () => {
	const { where } = await look(scenarios['five instances and a sixth'](), 5);
	await expect.element(page.getByText('2 of 5 slots')).toBeVisible();
	await expect.element(slots.getByText('Free')).toHaveLength(3);
	await page.getByRole('button', { name: 'Next change' }).click();
	await page.getByRole('button', { name: 'Next change' }).click();
	await expect.element(page.getByText('3 of 5 slots')).toBeVisible();
	expect(where().moment).toBeGreaterThan(8 * SECOND);
	await page.getByRole('button', { name: 'End of trace' }).click();
	await expect.element(page.getByText('5 of 5 slots')).toBeVisible();
	expect(where().moment).toBeUndefined();
	await expect
		.element(moment)
		.toHaveAttribute('aria-valuetext', expect.stringMatching(/at the end/));
});

test('who was superseded is in the slot of the one that has the instance', async () => {
	const { workbench } = await look(scenarios['superseded by another tab'](), 30);
	const superseded = slots.getByRole('list', { name: 'Superseded in this slot' });
	await expect.element(superseded).toHaveTextContent(/rings elsewhere, may still call out/);
	await expect.element(page.getByText(/calls ring there/).first()).toBeVisible();
	await superseded.getByRole('button', { name: '200 OK' }).last().click();
	expect(workbench.selected?.head.status).toBe(200);
});

test('the time line leads to messages by keys', async () => {
	const { workbench } = await look(scenarios['five instances and a sixth']());
	await expect
		.element(timeline.getByRole('option', { name: /^Six: register: 603/ }))
		.toBeInTheDocument();
	(timeline.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowUp}');
	const last = timeline.element().getAttribute('aria-activedescendant');
	expect(document.getElementById(last ?? '')?.textContent).toMatch(/Six/);
	const refused = timeline.getByRole('option', { name: /^Six: register: 603/ }).element();
	for (let step = 0; step < 9; step++) {
		if (timeline.element().getAttribute('aria-activedescendant') === refused.id) break;
		await userEvent.keyboard('{ArrowLeft}');
	}
	await userEvent.keyboard('{Enter}');
	expect(workbench.selected?.head.status).toBe(603);
	const zoomOut = page.getByRole('button', { name: /^Zoom out/ });
	await expect.element(zoomOut).toBeDisabled();
	await userEvent.keyboard('+');
	await expect.element(zoomOut).toBeEnabled();
	await userEvent.keyboard('0');
	await expect.element(zoomOut).toBeDisabled();
});
