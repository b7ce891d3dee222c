import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CoreScene } from '../testing/core-scene.ts';
import { OFFER } from '../testing/scripted-phone.ts';

type Step = { act: 'call' | 'answer' | 'hang up' | 'register'; who: 'alice' | 'bob'; wait: number };

const steps = fc.array(
	fc.record({
		act: fc.constantFrom<Step['act']>('call', 'answer', 'hang up', 'register'),
		who: fc.constantFrom<Step['who']>('alice', 'bob'),
		wait: fc.integer({ min: 0, max: 3000 })
	}),
	{ maxLength: 15 }
);

test('the same seed and the same phones give the same frames, byte for byte', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer(), steps, async (seed, script) => {
			expect(await framesOf(seed, script)).toEqual(await framesOf(seed, script));
		}),
		{ numRuns: 50 }
	);
}, 60_000);

test('another seed gives other ids', async () => {
	const script: Step[] = [{ act: 'call', who: 'alice', wait: 1000 }];
	expect(await framesOf(1, script)).not.toEqual(await framesOf(2, script));
});

/** All that the phones were sent, with when. */
async function framesOf(seed: number, script: readonly Step[]): Promise<string[]> {
	const scene = new CoreScene({ seed });
	const phones = {
		alice: await scene.registered('alice', '101'),
		bob: await scene.registered('bob', '102')
	};
	for (const { act, who, wait } of script) {
		const phone = phones[who];
		if (act === 'call') await scene.call(phone, who === 'alice' ? '102' : '101');
		if (act === 'register') await scene.register(phone);
		if (act === 'hang up') phone.request('BYE');
		if (act === 'answer' && phone.received.some((message) => isInvite(message)))
			phone.answer('INVITE', 200, OFFER);
		await scene.clock.advance(wait);
	}
	return scene.sent;
}

function isInvite(message: { kind: string; method?: string }): boolean {
	return message.kind === 'request' && message.method === 'INVITE';
}
