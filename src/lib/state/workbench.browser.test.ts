import { expect, test } from 'vitest';
import { scenarios } from '../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { StagedWorkbench } from './testing/staged-workbench.svelte.ts';
import type { Where } from './where.ts';
import { Workbench } from './workbench.svelte.ts';

const header = {
	id: 'trace-1',
	format: 1,
	name: 'A trace',
	source: 'live' as const,
	createdAt: 0,
	versions: { sipscope: '0.0.0' }
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A trace that is written on while it is looked at. */
function looking(where: Partial<Where>) {
	const script = new ScriptedTrace();
	const trace = new OpenTrace(header);
	const place: Where = { view: 'ladder', filter: '', ...where };
	const workbench = new Workbench(
		trace,
		() => place,
		() => undefined
	);
	const arrive = async () => {
		trace.append(script.entries.slice(trace.entries.length));
		await frame();
	};
	return { script, workbench, arrive };
}

test('a filter finds the earlier messages of a call that turns out to be part of what is sought', async () => {
	const { script, workbench, arrive } = looking({ filter: 'call:B' });
	const alice = script.phone('Alice', '101').online();
	const bob = script.phone('Bob', '102').online();
	const call = alice.call('102', { callId: 'A', session: 'abc' }).dial();
	await arrive();
	expect([...workbench.messages.list]).toEqual([]);
	bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'B', session: 'abc' });
	await arrive();
	call.answered();
	await arrive();
	const { messages } = workbench.trace.analysis;
	expect([...workbench.messages.list]).toEqual(messages.filter(({ call }) => call !== undefined));
	expect([...workbench.messages.list].map((message) => message.call?.callId)).toContain('A');
});

test('a filter for findings also finds what later messages made evidence', async () => {
	const { script, workbench, arrive } = looking({ filter: 'finding:wrong-password' });
	const found = () => [...workbench.messages.list].map(({ head }) => head.status || head.method);
	const dave = script.phone('Dave', '103').online().register({ status: 401 });
	const last = script.entries.pop();
	await arrive();
	expect(found()).toEqual([]);
	if (last) script.entries.push(last);
	await arrive();
	expect(found()).toEqual([401, 'REGISTER', 401]);
	expect(workbench.findings.map(({ rule }) => rule)).toEqual(['wrong-password']);
	dave.register();
	await arrive();
	expect(found()).toEqual([401, 'REGISTER', 401]);
});

test('a conversation is still shown once it turned out to be part of another', async () => {
	const { script, workbench, arrive } = looking({ conversation: 'B' });
	const alice = script.phone('Alice', '101').online();
	const bob = script.phone('Bob', '102').online();
	const call = alice.call('102', { callId: 'A', session: 'abc' }).dial();
	bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'B', session: 'abc' });
	call.answered();
	await arrive();
	expect(workbench.conversation?.calls.map(({ callId }) => callId)).toEqual(['A', 'B']);
});

test('a range goes from where the selection began to where it was extended to, until another is selected', () => {
	const { entries } = scenarios['call between two phones']();
	const trace = new OpenTrace(header);
	trace.append(entries);
	const { workbench } = new StagedWorkbench(trace, { view: 'ladder', filter: '' });
	const [first = 0, second = 0, third = 0] = Array.from(
		workbench.messages.list,
		(message) => message.entry.seq
	);
	workbench.select(second);
	expect(workbench.range).toBeUndefined();
	workbench.select(third, true);
	expect(workbench.range).toEqual({ first: second, last: third });
	workbench.select(first, true);
	expect(workbench.range).toEqual({ first, last: second });
	workbench.select(third);
	expect(workbench.range).toBeUndefined();
});
