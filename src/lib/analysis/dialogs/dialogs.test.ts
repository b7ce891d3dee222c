import { describe, expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { Flow } from '../../../../tests/flows/flow.ts';
import { sessionFlows } from '../../../../tests/flows/rfc3665-sessions.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { request, Wire } from '../../../../tests/wire.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import type { Dialog } from './dialog.ts';
import { dialogState } from './dialog-state.ts';

const IN_DIALOG = { fromTag: 'a', toTag: 'b' };
const FROM_PEER = {
	from: '<sip:bob@biloxi.example.com>',
	to: '<sip:alice@atlanta.example.com>',
	fromTag: 'b',
	toTag: 'a'
};

/** A session between Alice, who sees it, and Bob. */
function established(): Wire {
	const wire = new Wire();
	const invite = wire.send('INVITE', { fields: [['Contact', '<sip:alice@192.0.2.1>']] });
	wire.answer(invite, 180, { fields: [['Contact', '<sip:bob@192.0.2.2>']] });
	wire.answer(invite, 200, { fields: [['Contact', '<sip:bob@192.0.2.2>']] });
	wire.send('ACK', { ...IN_DIALOG, branch: 'z9hG4bK-ack' });
	return wire;
}

function shape({ localTag, remoteTag, creator, confirmedAt, end, ack }: Dialog): string {
	return [
		`${localTag}/${remoteTag}`,
		creator ?? 'of before',
		confirmedAt === undefined ? 'early' : 'confirmed',
		ack ? 'ACK' : '',
		end ? `${end.reason} by ${end.by}` : ''
	]
		.filter(Boolean)
		.join(' · ');
}

function shapesOf({ entries }: Pick<Wire, 'entries'>): string[] {
	return analysed(entries).dialogs.map(shape);
}

/** Ids of the dialogs of the messages; `-` for none. */
function idsOf({ entries }: Pick<Wire, 'entries'>): string {
	return analysed(entries)
		.messages.map(({ dialog }) => dialog?.id ?? '-')
		.join(' ');
}

describe('a session', () => {
	test('early with its first tag, confirmed by the 2xx, ended by BYE', () => {
		const wire = established();
		expect(shapesOf(wire)).toEqual(['a/b · local · confirmed · ACK']);
		wire.answer(wire.send('BYE', { ...IN_DIALOG, cseq: 2 }), 200);
		expect(shapesOf(wire)).toEqual(['a/b · local · confirmed · ACK · bye by local']);
		expect(idsOf(wire)).toBe('- 0 0 0 0 0');
	});

	test('asked for by the peer, its tags are the other way round', () => {
		const wire = new Wire();
		const invite = wire.receive('INVITE');
		wire.reply(invite, 180);
		wire.reply(invite, 200);
		wire.receive('BYE', { ...IN_DIALOG, cseq: 2 });
		expect(shapesOf(wire)).toEqual(['b/a · remote · confirmed · bye by remote']);
	});

	test('refused or cancelled, its early dialog is over; a refusal at once makes none', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		wire.answer(invite, 180);
		wire.answer(invite, 486);
		expect(shapesOf(wire)).toEqual(['a/b · local · early · refused by remote']);
		const busy = new Wire();
		busy.answer(busy.send('INVITE'), 486);
		busy.send('ACK', { ...IN_DIALOG, branch: 'z9hG4bK-INVITE-1' });
		expect(shapesOf(busy)).toEqual([]);
	});

	test('a 100 begins none, though the SDK puts a tag in it; nor does a 183 without tag', () => {
		const wire = new Wire();
		const invite = request('INVITE', { toTag: '' });
		wire.see('received', invite);
		wire.reply(invite, 100, { tag: 'b' });
		wire.reply(invite, 183, { tag: '' });
		expect(shapesOf(wire)).toEqual([]);
	});

	test('a challenge begins none: the retry has the dialog', () => {
		const { dialogs, calls } = analysed(scenarios.busy().entries);
		expect(dialogs.map(({ createdBy }) => createdBy?.id)).toEqual(['1']);
		expect(calls[0]?.dialogs).toEqual(dialogs);
		expect(dialogs[0]?.call).toBe(calls[0]);
	});

	test('the peer knows nothing of it any more', () => {
		for (const status of [481, 408]) {
			const wire = established();
			wire.answer(wire.send('INFO', { ...IN_DIALOG, cseq: 2 }), status);
			expect(shapesOf(wire)).toEqual([
				'a/b · local · confirmed · ACK · lost by the peer by remote'
			]);
		}
	});

	test('a refused re-INVITE, UPDATE or PRACK leaves it as it is', () => {
		const wire = established();
		wire.answer(wire.send('INVITE', { ...IN_DIALOG, cseq: 2 }), 488);
		wire.answer(wire.send('UPDATE', { ...IN_DIALOG, cseq: 3 }), 500);
		expect(shapesOf(wire)).toEqual(['a/b · local · confirmed · ACK']);
		expect(idsOf(wire)).toBe('- 0 0 0 0 0 0 0');
	});

	test('what repeats, or never left, changes nothing', () => {
		const wire = established();
		const bye = request('BYE', { ...IN_DIALOG, cseq: 2 });
		wire.record({ kind: 'message', direction: 'sent', text: bye, undelivered: true });
		expect(shapesOf(wire)).toEqual(['a/b · local · confirmed · ACK']);
	});

	test('a trace that begins in its midst has it all the same, of unknown creator', () => {
		const wire = established();
		wire.answer(wire.send('INFO', { ...IN_DIALOG, cseq: 2 }), 200);
		wire.receive('BYE', { ...FROM_PEER, cseq: 9 });
		wire.entries.splice(0, 4);
		wire.entries.forEach((entry, seq) => (entry.seq = seq));
		expect(shapesOf(wire)).toEqual(['a/b · of before · early · bye by remote']);
		expect(idsOf(wire)).toBe('0 0 0');
	});
});

describe('a fork', () => {
	test('each tag has a dialog; what another answered rings on for a while and is given up', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		wire.answer(invite, 180, { tag: 'desk' });
		wire.answer(invite, 180, { tag: 'cell' });
		wire.wait(1_000).answer(invite, 200, { tag: 'cell' });
		wire.send('ACK', { toTag: 'cell', branch: 'z9hG4bK-ack' });
		expect(shapesOf(wire)).toEqual(['a/desk · local · early', 'a/cell · local · confirmed · ACK']);
		const { dialogs, calls } = analysed(wire.entries);
		expect(calls).toHaveLength(1);
		expect(calls[0]?.dialogs).toEqual(dialogs);
		const states = [0, 31, 32].map((seconds) =>
			dialogs.map((dialog) => dialogState(dialog, wire.now + seconds * SECOND).name)
		);
		expect(states).toEqual([
			['early', 'confirmed'],
			['early', 'confirmed'],
			['terminated', 'confirmed']
		]);
	});

	test('two that answer are two sessions, each with its ACK and BYE', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		for (const toTag of ['one', 'two']) {
			wire.answer(invite, 200, { tag: toTag });
			wire.send('ACK', { toTag, branch: `z9hG4bK-${toTag}` });
		}
		wire.send('BYE', { toTag: 'two', cseq: 2 });
		expect(shapesOf(wire)).toEqual([
			'a/one · local · confirmed · ACK',
			'a/two · local · confirmed · ACK · bye by local'
		]);
	});

	test('a 199 ends its own branch alone (RFC 6228)', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		wire.answer(invite, 180, { tag: 'one' });
		wire.answer(invite, 180, { tag: 'two' });
		wire.answer(invite, 199, { tag: 'one' });
		expect(shapesOf(wire)).toEqual([
			'a/one · local · early · refused by remote',
			'a/two · local · early'
		]);
	});

	test('a wide one is looked through as well as a narrow one', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		for (let at = 0; at < 40; at++) wire.answer(invite, 180, { tag: `tag${at}` });
		wire.answer(invite, 200, { tag: 'tag3' });
		wire.receive('INFO', { ...FROM_PEER, fromTag: 'tag3' });
		expect(analysed(wire.entries).dialogs).toHaveLength(40);
		expect(idsOf(wire).split(' ').slice(-2)).toEqual(['3', '3']);
	});

	test('a proxy that forks sees the dialogs of both ends once, by the caller’s one Call-ID', () => {
		const seen = new Flow(sessionFlows.forked).seenBy('proxy2');
		const { dialogs } = analysed(seen);
		const tags = new Set(dialogs.map(({ localTag, remoteTag }) => `${localTag} ${remoteTag}`));
		expect(tags.size).toBe(dialogs.length);
		expect(dialogs.map(({ end }) => end?.reason ?? 'goes on').sort()).toEqual(['bye', 'refused']);
	});
});

describe('within a dialog', () => {
	test('each side’s requests count on by themselves; one that falls behind is told of', () => {
		const wire = established();
		wire.receive('INFO', { ...FROM_PEER, cseq: 900 });
		wire.send('INFO', { ...IN_DIALOG, cseq: 7 });
		const late = wire.send('INFO', { ...IN_DIALOG, cseq: 5 });
		wire.receive('INFO', { ...FROM_PEER, cseq: 901 });
		const [dialog] = analysed(wire.entries).dialogs;
		expect([dialog?.localCSeq, dialog?.remoteCSeq]).toEqual([7, 901]);
		expect(dialog?.outOfOrder.map(({ entry }) => entry.text)).toEqual([late]);
	});

	test('a Contact that changes is a new target', () => {
		const wire = established();
		const moved = [['Contact', '<sip:alice@198.51.100.7>']] as const;
		const again = wire.send('INVITE', { ...IN_DIALOG, cseq: 2, fields: moved });
		wire.answer(again, 200, { fields: [['Contact', '<sip:bob@192.0.2.2>']] });
		wire.answer(wire.send('INFO', { ...IN_DIALOG, cseq: 3 }), 200, {
			fields: [['Contact', '<sip:not@a.refresh>']]
		});
		const [dialog] = analysed(wire.entries).dialogs;
		expect(dialog).toMatchObject({
			localContact: '<sip:alice@198.51.100.7>',
			remoteContact: '<sip:bob@192.0.2.2>'
		});
		expect(dialog?.retargetings.map(({ entry }) => entry.text)).toEqual([again]);
	});

	test('a tag that a peer changes makes no second dialog of the only one', () => {
		const wire = established();
		wire.receive('INVITE', { ...FROM_PEER, fromTag: 'changed', cseq: 9 });
		wire.receive('BYE', { ...FROM_PEER, fromTag: 'changed', cseq: 10 });
		expect(shapesOf(wire)).toEqual(['a/b · local · confirmed · ACK · bye by remote']);
	});

	test('at two phones, the same Call-ID and tags are two dialogs', () => {
		const { dialogs } = analysed(scenarios['call through a proxy']().entries);
		expect(dialogs.map(({ userAgent, creator }) => [userAgent.phone, creator])).toEqual([
			['alice', 'local'],
			['bob', 'remote']
		]);
	});

	test('what a phone says of a ringing call, and is told of it, is within its early dialog', () => {
		const trace = new ScriptedTrace();
		const caller = { name: 'Alice', number: '+16505550101' };
		const call = trace.phone('Bob', '102').online().ring(caller).confirm();
		call.command(12).cancelled().agent(9);
		const { dialogs, messages } = analysed(trace.entries);
		expect(dialogs).toHaveLength(1);
		const outside = messages.filter(({ dialog }) => dialog === undefined);
		expect(outside.map(({ head }) => `${head.method} ${head.status}`)).toEqual([
			...['INVITE 0', 'INVITE 100', 'CANCEL 0', 'MESSAGE 0', 'MESSAGE 200']
		]);
	});
});

test('in every scenario a call has one dialog at most, whatever the edge and the SDK do', () => {
	for (const scenario of Object.values(scenarios)) {
		const { calls, dialogs } = analysed(scenario().entries);
		for (const call of calls) expect(call.dialogs.length).toBeLessThanOrEqual(1);
		for (const { call } of dialogs) expect(call).toBeDefined();
	}
});

test('states follow time: before the answer it is early, before BYE confirmed', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 180);
	wire.wait(1_000).answer(invite, 200);
	wire.wait(1_000).send('BYE', { ...IN_DIALOG, cseq: 2 });
	const [dialog] = analysed(wire.entries).dialogs;
	const names = [500, 1_000, 1_999, 2_000].map((ms) => {
		return dialog && dialogState(dialog, (wire.entries[0]?.at ?? 0) + ms * MILLISECOND).name;
	});
	expect(names).toEqual(['early', 'confirmed', 'confirmed', 'terminated']);
});
