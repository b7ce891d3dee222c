import fc from 'fast-check';
import type { Entry, Payload } from '../../src/lib/trace/entry.ts';
import { scenarios } from '../scenarios.ts';
import { anyText } from './message.ts';

/** Two scenarios at once: their entries interleaved, each in its own order. */
export const anyTrace: fc.Arbitrary<Entry[]> = fc
	.tuple(
		fc.constantFrom(...Object.values(scenarios)),
		fc.constantFrom(...Object.values(scenarios)),
		fc.infiniteStream(fc.boolean())
	)
	.map(([one, other, turns]) => {
		const [first, second] = [one().entries, other().entries];
		const mixed: Entry[] = [];
		while (first.length > 0 || second.length > 0) {
			const [chosen, rest] = turns.next().value ? [first, second] : [second, first];
			const entry = chosen.shift() ?? rest.shift();
			if (entry) mixed.push({ ...entry, seq: mixed.length });
		}
		return mixed;
	});

const anyPayload: fc.Arbitrary<Payload> = fc.oneof(
	anyText.map((text) => ({ text })),
	fc.uint8Array({ maxLength: 40 }).map((bytes) => ({ bytes }))
);

/** Frames of any text or bytes, from any vantage. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc
	.array(
		fc.record({
			kind: fc.constant('message' as const),
			at: fc.nat(),
			direction: fc.constantFrom('sent' as const, 'received' as const),
			phone: fc.constantFrom(undefined, 'alice', 'bob'),
			instance: fc.constantFrom(undefined, 'a', 'b'),
			connection: fc.constantFrom(undefined, 'one', 'two'),
			payload: anyPayload
		}),
		{ maxLength: 30 }
	)
	.map((drafts) =>
		drafts.map(({ payload, ...draft }, seq): Entry => ({ ...draft, ...payload, seq }))
	);
