import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';

const CALLER = { name: 'Alice', number: '+16505550101' };

/** Of each MESSAGE of the agent, the call that it was found to be about. */
function aboutsOf({ entries }: ScriptedTrace) {
	return analysed(entries)
		.messages.filter(({ head }) => head.callId.startsWith('agent-') && head.kind === 'request')
		.map(({ call }) => call?.id);
}

test('by SID, whichever phone it is told of; the answers belong to it too', () => {
	const { messages } = analysed(scenarios['answered elsewhere']().entries);
	const agents = messages.filter(({ head }) => head.callId.startsWith('agent-'));
	expect(agents.map(({ call }) => call?.id)).toEqual(['B2', 'B2', 'B1', 'B1', 'B1']);
});

test('freed resources have no SID: the agent that announced a call tells of its end', () => {
	const trace = new ScriptedTrace();
	const bob = trace.phone('Bob', '102').online();
	bob.ring(CALLER, { callId: 'first', agent: '#1' }).answer().hungUp();
	const second = bob.ring(CALLER, { callId: 'second', agent: '#2' }).answer();
	const third = bob.ring(CALLER, { callId: 'third', agent: '#2' }).answer();
	second.hungUp().freed();
	third.freed();
	bob.ring(CALLER, { callId: 'fourth', agent: '#4' }).answer().freed();
	const freed = aboutsOf(trace).filter((_, at) => at >= 3);
	expect(freed).toEqual(['second', 'second', 'fourth', undefined]);
});

test('what an agent says of no call that was seen is about none', () => {
	const trace = new ScriptedTrace();
	const call = trace.phone('Bob', '102').online().ring(CALLER, { callId: 'B' });
	const before = trace.entries.length;
	call.agent(7).freed();
	const after = new ScriptedTrace();
	after.entries.push(...trace.entries.slice(before));
	expect(aboutsOf(after)).toEqual([undefined, undefined]);
});
