import { describe, expect, it } from 'vitest';
import { applicableActions, callAction, callActions, type CallFacts } from './call-actions.ts';

const call: CallFacts = {
	direction: 'inbound',
	state: 'ringing',
	held: false,
	muted: false,
	recording: false,
	controllable: true,
	transferReady: false,
	consulting: false
};
const outbound = { ...call, direction: 'outbound', controllable: false } as const;
const answered = { ...call, state: 'answered' } as const;

describe('applicableActions', () => {
	it('offers for a ringing call what the SDK can do with it', () => {
		expect(applicableActions(call)).toEqual([
			'answer',
			'decline',
			'toVoicemail',
			'forward',
			'startReply',
			'reply'
		]);
		expect(applicableActions(outbound)).toEqual(['cancel']);
	});

	it('offers only to answer where the INVITE had no P-rc', () => {
		expect(applicableActions({ ...call, controllable: false })).toEqual(['answer']);
	});

	it('offers nothing before the first ring, nor after the end', () => {
		for (const state of ['init', 'failed', 'disposed'] as const) {
			expect(applicableActions({ ...call, state })).toEqual([]);
			expect(applicableActions({ ...outbound, state })).toEqual([]);
		}
	});

	it('offers in either direction what an answered call can have', () => {
		const actions = [
			'hangup',
			'hold',
			'mute',
			'dtmf',
			'transfer',
			'warmTransfer',
			'park',
			'flip',
			'startRecording',
			'reInvite'
		];
		expect(applicableActions(answered)).toEqual(actions);
		expect(applicableActions({ ...outbound, state: 'answered' })).toEqual(actions);
	});

	it('offers to take back what was done', () => {
		const changed = applicableActions({ ...answered, held: true, muted: true, recording: true });
		expect(changed).toEqual(expect.arrayContaining(['unhold', 'unmute', 'stopRecording']));
		expect(changed).not.toEqual(expect.arrayContaining(['hold']));
		expect(changed).not.toEqual(expect.arrayContaining(['mute']));
		expect(changed).not.toEqual(expect.arrayContaining(['startRecording']));
	});

	it('ends a warm transfer only when its target has answered, and starts no second', () => {
		const asking = applicableActions({ ...answered, warmTransfer: {} });
		const ready = applicableActions({ ...answered, warmTransfer: {}, transferReady: true });
		for (const started of [asking, ready]) {
			expect(started).not.toContain('transfer');
			expect(started).not.toContain('warmTransfer');
		}
		expect(asking).not.toContain('completeTransfer');
		expect(ready).toEqual(expect.arrayContaining(['completeTransfer', 'cancelTransfer']));
		expect(applicableActions({ ...answered, consulting: true })).not.toContain('warmTransfer');
	});
});

describe('callActions', () => {
	it('has each action once', () => {
		expect(new Set(callActions.map(({ id }) => id)).size).toBe(callActions.length);
		for (const action of callActions) expect(callAction(action.id)).toBe(action);
	});
});
