import { expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { previousAlike } from './previous-alike.ts';
import type { SeenMessage } from './seen-message.ts';

const trace = new ScriptedTrace();
const alice = trace.phone('Alice', '101').online();
alice.register();
alice.register();
const call = alice.call('102').dial().answered();
alice.call('78654').dial().refused(486);
call.reinvite('sendonly');
const { messages } = analysed(trace.entries);

const nameOf = ({ head }: SeenMessage) => `${head.status || head.method} ${head.cseq}`;
const previous = (message: SeenMessage | undefined) => message && previousAlike(message, messages);

test('of its call, the one most like it', () => {
	const invites = messages.filter(
		({ head }) => head.method === 'INVITE' && head.kind === 'request'
	);
	const [first, retry, busy, , hold] = invites;
	expect(previous(retry)).toBe(first);
	expect(previous(hold)).toBe(retry);
	expect(previous(busy)).toBeUndefined();
	expect(previous(first)).toBeUndefined();
});

test('of a registration, the REGISTER before, though each has its own Call-ID', () => {
	const registers = messages.filter(
		({ head }) => head.kind === 'request' && head.method === 'REGISTER'
	);
	expect(registers.length).toBeGreaterThan(2);
	expect(previous(registers.at(-1))).toBe(registers.at(-2));
});

test('a response beside one of its status, else one of its method', () => {
	const ofHold = messages.filter(
		({ head, call: of }) => head.kind === 'response' && of?.callId === call.callId
	);
	const last = ofHold.at(-1);
	expect(last && nameOf(last)).toMatch(/^200/);
	expect(previous(last)?.head.status).toBe(200);
	const challenge = ofHold.find(({ head }) => head.status === 407);
	expect(previous(challenge)?.head.status).toBe(100);
});
