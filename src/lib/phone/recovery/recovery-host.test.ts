import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecoveryStep } from '../../trace/entry.ts';
import { PhoneScene, type ScenePhone } from '../testing/phone-scene.ts';

let scene: PhoneScene;

beforeEach(async () => {
	// The shortest waits that chance allows: 2, 4, 8 s.
	vi.spyOn(Math, 'random').mockReturnValue(0);
	scene = await PhoneScene.open();
});

afterEach(async () => {
	await scene.close();
	vi.restoreAllMocks();
});

/** Waits of the back-off, REGISTERs and the SDK's guard. */
const PATIENT = { timeout: 25_000 };

function stepsOf({ deeds }: ScenePhone): RecoveryStep[] {
	return deeds().flatMap((deed) => (deed.event === 'recovery' ? [deed] : []));
}

const namesOf = (phone: ScenePhone) => stepsOf(phone).map(({ step }) => step);

function reachable({ account }: ScenePhone) {
	return scene.simulator.edge.registrar.reachable(account);
}

/** URLs in the order in which they were dialled. */
function dialled({ entries }: ScenePhone): string[] {
	return entries().flatMap((entry) =>
		entry.kind === 'socket' && entry.event === 'connecting' ? [entry.url] : []
	);
}

describe('a phone that recovers', () => {
	it('registers again after its socket was cut, with one socket and one instance', async () => {
		const alice = await scene.started('101');
		scene.disconnectAll(1006);
		await expect.poll(() => alice.phone.recovery?.phase, PATIENT).toBe('waiting');
		expect(alice.phone.state).toBe('running');
		await expect.poll(() => reachable(alice).length, PATIENT).toBe(1);
		await expect.poll(() => alice.phone.recovery).toBeUndefined();
		expect(namesOf(alice)).toEqual(['begin', 'wait', 'attempt', 'registered']);
		expect(scene.simulator.connections()).toHaveLength(1);
	}, 30_000);

	it('closes the old socket where the edge fell silent, and the SDK closed it too late', async () => {
		await scene.close();
		scene = await PhoneScene.open({ expiresSeconds: 5 });
		const alice = await scene.started('101');
		const end = scene.play({
			title: 'Silence',
			rules: [{ when: { from: 'phone', method: 'REGISTER' }, do: [{ drop: true }] }]
		});
		await expect.poll(() => namesOf(alice), PATIENT).toContain('begin');
		end();
		await expect.poll(() => reachable(alice).length, PATIENT).toBe(1);
		await expect.poll(() => alice.phone.recovery, PATIENT).toBeUndefined();
		expect(scene.simulator.connections()).toHaveLength(1);
	}, 60_000);

	it('goes to the backup proxy after two failures, and stays there', async () => {
		const alice = await scene.started('101');
		const end = scene.play({
			title: 'The proxy is down, its backup is not',
			rules: [
				{
					when: { event: 'start' },
					do: [{ refuse: { status: 503, proxy: 'primary', for: 60_000 } }]
				}
			]
		});
		scene.disconnectAll(1001);
		await expect.poll(() => namesOf(alice).at(-1), PATIENT).toBe('registered');
		expect(reachable(alice)).toHaveLength(1);
		end();
		expect(dialled(alice).map((url) => url.endsWith('/sip-backup'))).toEqual([
			false,
			false,
			false,
			true
		]);
	}, 60_000);

	it('re-INVITEs the calls that were answered, and leaves a held one on hold', async () => {
		const alice = await scene.started('101');
		const bob = await scene.started('102');
		for (const other of ['102', '102']) {
			const before = bob.phone.calls.length;
			await alice.phone.call(other);
			await expect.poll(() => bob.phone.calls.length).toBe(before + 1);
			const ringing = bob.phone.calls.at(-1)!;
			await expect.poll(() => ringing.controllable).toBe(true);
			await bob.phone.perform(ringing, 'answer');
		}
		const [held, talking] = alice.phone.calls;
		await expect.poll(() => talking?.state).toBe('answered');
		await alice.phone.perform(held!, 'hold');
		const mark = alice.entries().length;
		scene.disconnectAll(1012);
		const reInvites = () =>
			alice
				.entries()
				.slice(mark)
				.flatMap((entry) =>
					entry.kind === 'message' && entry.direction === 'sent' && entry.text !== undefined
						? [entry.text]
						: []
				)
				.filter((text) => text.startsWith('INVITE '));
		await expect.poll(() => reInvites().length, PATIENT).toBe(2);
		const of = (callId: string | undefined) =>
			reInvites().find((text) => text.includes(`Call-Id: ${callId}`));
		expect(of(held?.callId)).toContain('a=sendonly');
		expect(of(talking?.callId)).toContain('a=sendrecv');
		await expect.poll(() => alice.phone.recovery, PATIENT).toBeUndefined();
		expect(alice.phone.calls.map(({ state, held, failure }) => [state, held, failure])).toEqual([
			['answered', true, undefined],
			['answered', false, undefined]
		]);
	}, 60_000);

	it('tells of a call that the edge has forgotten', async () => {
		const alice = await scene.started('101');
		await alice.phone.call('+16505550110');
		await expect.poll(() => alice.phone.calls[0]?.state).toBe('answered');
		scene.simulator.edge.restart();
		await expect
			.poll(() => alice.phone.calls[0]?.failure, PATIENT)
			.toBe('lost: the edge does not know it any more');
		expect(reachable(alice)).toHaveLength(1);
	}, 60_000);

	it('registers anew where a refresh was refused, as the bare SDK never does', async () => {
		await scene.close();
		scene = await PhoneScene.open({ expiresSeconds: 4 });
		const alice = await scene.started('101');
		const end = scene.play({
			title: 'Refused',
			rules: [{ when: { from: 'phone', method: 'REGISTER' }, do: [{ answer: { status: 503 } }] }]
		});
		await expect
			.poll(() => stepsOf(alice), PATIENT)
			.toContainEqual(expect.objectContaining({ step: 'begin', cause: 'refresh refused' }));
		end();
		await expect.poll(() => namesOf(alice).at(-1), PATIENT).toBe('registered');
		expect(alice.phone.lastError).toBeUndefined();
	}, 60_000);

	it('gives up where another phone has taken its instance', async () => {
		await scene.close();
		scene = await PhoneScene.open({ expiresSeconds: 4 });
		const alice = await scene.started('101');
		scene.play({
			title: 'Superseded',
			rules: [{ when: { from: 'phone', method: 'REGISTER' }, do: [{ answer: { status: 403 } }] }]
		});
		await expect.poll(() => namesOf(alice), PATIENT).toEqual(['give-up']);
		expect(dialled(alice)).toHaveLength(1);
	}, 30_000);

	it('lets a person cut it off, and tries at once when he wants it', async () => {
		const alice = await scene.started('101');
		await alice.phone.act('closeSocket');
		expect(namesOf(alice)).toEqual([]);
		expect(alice.phone.recovery).toBeUndefined();
		const bob = await scene.started('102');
		scene.disconnectAll(1006);
		await expect.poll(() => bob.phone.recovery?.phase, PATIENT).toBe('waiting');
		await bob.phone.act('refresh');
		expect(bob.phone.recovery?.phase).toBe('attempting');
		await expect.poll(() => reachable(bob).length, PATIENT).toBe(1);
	}, 30_000);
});

it('leaves the bare SDK alone where it is switched off', async () => {
	const alice = await scene.started('101', { recovers: false });
	const bob = await scene.started('102');
	scene.disconnectAll(1006);
	await expect.poll(() => namesOf(bob).at(-1), PATIENT).toBe('registered');
	expect(reachable(alice)).toEqual([]);
	expect(dialled(alice)).toHaveLength(1);
	expect(stepsOf(alice)).toEqual([]);
}, 30_000);
