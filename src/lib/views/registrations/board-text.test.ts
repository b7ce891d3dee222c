import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { SECOND } from '../../trace/instant.ts';
import { printBoard } from './board-text.ts';
import { groupsOf } from './instance-groups.ts';

function alone(): ScriptedTrace {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').start();
	return trace;
}

function besideOthers(): ScriptedTrace {
	const trace = new ScriptedTrace();
	const others = ['<sip:desk@192.0.2.9>;expires=36;+sip.instance="<urn:uuid:desk>"'];
	trace.phone('Alice', '101').online().register({ others });
	return trace;
}

/** Each flow at moments in seconds since its beginning. */
const FLOWS: readonly [name: string, make: () => ScriptedTrace, ...seconds: number[]][] = [
	['registered, overdue, expired', alone, 0.03, 10, 59.5, 61],
	['five instances and a sixth', scenarios['five instances and a sixth'], 10, 21, 70],
	['superseded by another tab', scenarios['superseded by another tab'], 10, 30, 58, 100],
	['socket lost and back', scenarios['socket lost and back'], 13, 20],
	['wrong password', scenarios['wrong password'], 1],
	['unregistered', scenarios['register and refresh'], 60, 70],
	['beside other devices', besideOthers, 1, 40, 80]
];

test.each(FLOWS)('who holds the slots: %s', async (name, make, ...seconds) => {
	const { entries } = make();
	const start = entries[0]?.at ?? 0;
	const analysis = analysed(entries);
	const boards = seconds.map((second) => {
		const now = start + second * SECOND;
		return printBoard(groupsOf(analysis, now), now, start);
	});
	const file = `golden/${name.replaceAll(/[ ,]+/g, '-')}.txt`;
	await expect(boards.join('\n')).toMatchFileSnapshot(file);
});
