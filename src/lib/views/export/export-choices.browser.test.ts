import { expect, test } from 'vitest';
import { scenarios } from '../../../../tests/scenarios.ts';
import { traceHeader } from '../../../../tests/trace-header.ts';
import { OpenTrace } from '../../state/open-trace.svelte.ts';
import { StagedWorkbench } from '../../state/testing/staged-workbench.svelte.ts';
import { choicesOf } from './export-choices.ts';

test('what is selected together is offered, with all that was seen between', async () => {
	const { entries } = scenarios['call between two phones']();
	const trace = new OpenTrace(traceHeader());
	trace.append(entries);
	const { workbench } = new StagedWorkbench(trace, { view: 'ladder', filter: '' });
	const messages = entries.filter(({ kind }) => kind === 'message');
	const [first, last] = [messages[1]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
	workbench.select(last);
	expect(choicesOf(workbench).map(({ scope }) => scope)).not.toContain('range');
	workbench.select(first, true);
	const range = choicesOf(workbench).find(({ scope }) => scope === 'range');
	expect(range?.messageCount).toBe(messages.length - 1);
	const seqs: number[] = [];
	for await (const batch of (await range?.source())?.batches() ?? [])
		seqs.push(...batch.map(({ seq }) => seq));
	const within = entries.filter(({ seq }) => seq >= first && seq <= last);
	expect(seqs).toEqual(expect.arrayContaining(within.map(({ seq }) => seq)));
});
