import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecoveryStep } from '../../trace/entry.ts';
import { SECOND, type Instant } from '../../trace/instant.ts';
import { backOff, LONGEST_WAIT, SHORTEST_WAIT } from './back-off.ts';
import { recover } from './recover.ts';
import {
	initialRecovery,
	wakeAt,
	type RecoveryAction,
	type RecoveryInput,
	type RecoveryState
} from './recovery-state.ts';

const CHANCE = 0.5;

/** A phone's recovery, with what it did so far. */
class Story {
	state: RecoveryState;
	now: Instant = 0;
	steps: RecoveryStep[] = [];
	deeds: { at: Instant; action: RecoveryAction }[] = [];

	constructor(hasBackup = true) {
		this.state = initialRecovery(hasBackup);
	}

	take(input: RecoveryInput, chance = CHANCE): this {
		const { state, actions } = recover(this.state, input, this.now, chance);
		this.state = state;
		for (const action of actions) {
			if (action.do === 'tell') this.steps.push(action.step);
			else this.deeds.push({ at: this.now, action });
		}
		return this;
	}

	/** To the moment for which it asked, and no further than `seconds`. */
	wait(seconds = Infinity): this {
		const at = wakeAt(this.state);
		const end = this.now + seconds * SECOND;
		this.now = Math.min(at ?? end, end);
		return at === undefined || at > this.now ? this : this.take({ kind: 'time' });
	}

	registered(expiresSeconds = 60): this {
		return this.take({ kind: 'registered', expiresSeconds });
	}

	failedTimes(times: number): this {
		for (let n = 0; n < times; n++) this.wait().take({ kind: 'failed' });
		return this;
	}

	get done(): RecoveryAction[] {
		return this.deeds.map(({ action }) => action);
	}

	get attempts(): Instant[] {
		return this.deeds.filter(({ action }) => action.do === 'attempt').map(({ at }) => at);
	}

	get proxies(): string[] {
		return this.deeds.flatMap(({ action }) => (action.do === 'attempt' ? [action.proxy] : []));
	}
}

describe('recover', () => {
	it('leaves alone what is well, and what was never registered', () => {
		expect(new Story().take({ kind: 'closed' }).take({ kind: 'online' }).wait(1_000).done).toEqual(
			[]
		);
		expect(new Story().registered().wait(57).registered().wait(57).registered().done).toEqual([]);
	});

	it('registers over a new socket where the old one closed, and re-INVITEs all calls', () => {
		const story = new Story().registered().take({ kind: 'closed' }).wait().registered();
		expect(story.steps).toEqual([
			{ step: 'begin', cause: 'socket closed' },
			{ step: 'wait', attempt: 1, seconds: 3, proxy: 'primary' },
			{ step: 'attempt', attempt: 1, proxy: 'primary' },
			{ step: 'registered' }
		]);
		expect(story.done).toEqual([
			{ do: 'attempt', proxy: 'primary' },
			{ do: 're-invite', which: 'all' }
		]);
	});

	it('waits longer and longer, and goes to the other proxy and back after two failures each', () => {
		const story = new Story().registered().take({ kind: 'closed' }).failedTimes(6).wait();
		const waits = story.steps.flatMap((step) => (step.step === 'wait' ? [step.seconds] : []));
		expect(waits).toEqual([3, 6, 12, 24, 45, 45, 45]);
		expect(story.proxies).toEqual([
			'primary',
			'primary',
			'backup',
			'backup',
			'primary',
			'primary',
			'backup'
		]);
	});

	it('stays with its proxy where there is no other, or no network', () => {
		const alone = new Story(false).registered().take({ kind: 'closed' }).failedTimes(5);
		expect(new Set(alone.proxies)).toEqual(new Set(['primary']));
		const offline = new Story().registered().take({ kind: 'offline' }).take({ kind: 'closed' });
		expect(new Set(offline.failedTimes(5).proxies)).toEqual(new Set(['primary']));
	});

	it('does not blame a proxy for what the registrar says', () => {
		const story = new Story().registered().take({ kind: 'closed' });
		for (let n = 0; n < 4; n++) story.wait().take({ kind: 'refused', status: 603 });
		expect(new Set(story.proxies)).toEqual(new Set(['primary']));
	});

	it('gives up where it was superseded, and where its credentials are refused twice', () => {
		const superseded = new Story().registered().take({ kind: 'refused', status: 403 });
		expect(superseded.steps).toEqual([{ step: 'give-up', status: 403 }]);
		const wrong = new Story().registered().take({ kind: 'refused', status: 401 });
		expect(wrong.wait().take({ kind: 'refused', status: 401 }).steps.at(-1)).toEqual({
			step: 'give-up',
			status: 401
		});
	});

	it('registers anew where a refresh was refused', () => {
		const story = new Story().registered().take({ kind: 'refused', status: 503 });
		expect(story.wait().done).toEqual([{ do: 'attempt', proxy: 'primary' }]);
	});

	it('notices a refresh that was due and never granted', () => {
		const story = new Story().registered().wait();
		expect(story.now).toBe(67 * SECOND);
		expect(story.steps[0]).toEqual({ step: 'begin', cause: 'refresh overdue' });
		expect(story.done).toEqual([{ do: 'attempt', proxy: 'primary' }]);
	});

	it.each(['online', 'slept'] as const)('asks first whether the socket lives: %s', (kind) => {
		const alive = new Story().registered().take({ kind });
		expect(alive.done).toEqual([{ do: 'check' }]);
		alive.take({ kind }).take({ kind: 'registering' }).take({ kind: 'answered' }).registered();
		expect(alive.done).toEqual([{ do: 'check' }, { do: 're-invite', which: 'broken' }]);

		const dead = new Story().registered().take({ kind });
		dead.take({ kind: 'registering' }).wait(5).take({ kind: 'closed' }).wait().registered();
		expect(dead.done.map((action) => action.do)).toEqual(['check', 'attempt', 're-invite']);
	});

	it('takes a refresh that is on its way for its check', () => {
		const story = new Story().registered().take({ kind: 'registering' }).take({ kind: 'slept' });
		expect(story.done).toEqual([]);
		expect(story.registered().done).toEqual([{ do: 're-invite', which: 'broken' }]);
	});

	it('opens no socket that the SDK would close for a REGISTER of before', () => {
		const story = new Story().registered().take({ kind: 'registering' }).take({ kind: 'closed' });
		expect(story.take({ kind: 'hurry' }).wait().attempts).toEqual([5.2 * SECOND]);
	});

	it('tries at once when the network is back or a person wants it, yet not twice in two seconds', () => {
		for (const kind of ['online', 'slept', 'hurry'] as const) {
			const story = new Story().registered().take({ kind: 'closed' }).failedTimes(4).wait(5);
			expect(story.take({ kind }).attempts.at(-1)).toBe(story.now);
			story.take({ kind: 'failed' }).take({ kind });
			expect(story.wait().attempts.at(-1)).toBe((story.attempts.at(-2) ?? 0) + 2 * SECOND);
		}
	});

	it('gives up an attempt that takes too long, and closes what it opened', () => {
		const story = new Story().registered().take({ kind: 'closed' }).wait().wait();
		expect(story.done.map((action) => action.do)).toEqual(['attempt', 'drop']);
		expect(story.steps.at(-1)).toMatchObject({ step: 'wait', attempt: 2 });
	});

	it('goes on counting where what was recovered does not last', () => {
		const story = new Story().registered();
		for (let n = 0; n < 3; n++) story.take({ kind: 'closed' }).wait().registered();
		const counted = story.steps.flatMap((step) => (step.step === 'attempt' ? [step.attempt] : []));
		expect(counted).toEqual([1, 2, 3]);
		story.wait(31).take({ kind: 'closed' }).wait();
		expect(story.steps.at(-1)).toMatchObject({ attempt: 1 });
	});

	it('ends when a person lets go, until it is registered again', () => {
		const story = new Story().registered().take({ kind: 'closed' }).take({ kind: 'let go' });
		expect(story.wait(1_000).done).toEqual([]);
		expect(story.registered().take({ kind: 'closed' }).wait().attempts).toHaveLength(1);
	});
});

const anyInput: fc.Arbitrary<RecoveryInput> = fc.oneof(
	fc.record({ kind: fc.constant('registered' as const), expiresSeconds: fc.nat({ max: 120 }) }),
	fc.record({
		kind: fc.constant('refused' as const),
		status: fc.constantFrom(401, 403, 408, 500, 503, 603)
	}),
	fc.constantFrom(
		...(['registering', 'answered', 'closed', 'failed', 'offline', 'online'] as const).map(
			(kind) => ({ kind })
		),
		...(['slept', 'hurry', 'let go', 'time'] as const).map((kind) => ({ kind }))
	)
);

const anything = fc.array(
	fc.record({
		input: anyInput,
		seconds: fc.double({ min: 0, max: 90, noNaN: true }),
		chance: fc.double({ min: 0, max: 1, noNaN: true })
	}),
	{ maxLength: 60 }
);

type Events = typeof anything extends fc.Arbitrary<infer T> ? T : never;

/** Everything happens to it, and the timer that it asks for fires in time. */
function live(events: Events): Story {
	const story = new Story().registered();
	for (const { input, seconds, chance } of events) {
		const until = story.now + Math.round(seconds * SECOND);
		while ((wakeAt(story.state) ?? Infinity) <= until) {
			const { guardedUntil } = story.state;
			const before = story.attempts.length;
			story.wait();
			if (story.attempts.length > before) expect(story.now).toBeGreaterThanOrEqual(guardedUntil);
		}
		story.now = until;
		story.take(input, chance);
	}
	return story;
}

describe('whatever happens', () => {
	it('never two attempts within two seconds, and none that the SDK’s guard would end', () => {
		fc.assert(
			fc.property(anything, (events) => {
				const { attempts } = live(events);
				const gaps = attempts.slice(1).map((at, index) => at - attempts[index]!);
				expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(SHORTEST_WAIT);
			})
		);
	});

	it('never begins an attempt before the one before has ended', () => {
		fc.assert(
			fc.property(anything, (events) => {
				// A person who lets go ends one without a word.
				const { steps } = live(events.filter(({ input }) => input.kind !== 'let go'));
				let underWay = false;
				for (const { step } of steps) {
					if (step === 'attempt') expect(underWay).toBe(false);
					if (step === 'attempt') underWay = true;
					if (step === 'fail' || step === 'registered' || step === 'give-up') underWay = false;
				}
			})
		);
	});

	it('is registered soon once the network is good, unless a person or the edge has ended it', () => {
		fc.assert(
			fc.property(anything, (events) => {
				const story = live(events);
				for (let n = 0; n < 10 && story.state.phase.name !== 'registered'; n++) {
					if (story.state.phase.name === 'idle') return;
					if (story.state.phase.name === 'attempting') story.registered();
					else story.wait();
				}
				expect(story.state.phase.name).toBe('registered');
			})
		);
	});
});

it('waits from 2 to 60 s, whatever the chance, and for longer each time', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 10_000 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(attempt, chance) => {
				expect(backOff(attempt, chance)).toBeGreaterThanOrEqual(SHORTEST_WAIT);
				expect(backOff(attempt, chance)).toBeLessThanOrEqual(LONGEST_WAIT);
				expect(backOff(attempt + 1, chance)).toBeGreaterThanOrEqual(backOff(attempt, chance));
			}
		)
	);
});
