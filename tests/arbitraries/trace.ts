import fc from 'fast-check';
import type { Entry, Payload } from '../../src/lib/trace/entry.ts';
import { scenarios } from '../scenarios.ts';
import { anyText } from './message.ts';

const twoScenarios = fc.tuple(
	fc.constantFrom(...Object.values(scenarios)),
	fc.constantFrom(...Object.values(scenarios)),
	fc.infiniteStream(fc.boolean())
);

/**
 * Two scenarios at once: their entries interleaved, each in its own order. What the two call alike, phones,
 * connections and calls, is one thing that behaves as none does.
 */
export const anyTrace: fc.Arbitrary<Entry[]> = twoScenarios.map(([one, other, turns]) =>
	interleaved(one().entries, other().entries, turns)
);

/** The same of phones that have nothing to do with each other. */
export const anyTraceOfStrangers: fc.Arbitrary<Entry[]> = twoScenarios.map(([one, other, turns]) =>
	interleaved(one().entries, other().entries.map(ofStranger), turns)
);

function interleaved(first: Entry[], second: Entry[], turns: Iterator<boolean>): Entry[] {
	const mixed: Entry[] = [];
	while (first.length > 0 || second.length > 0) {
		const [chosen, rest] = turns.next().value ? [first, second] : [second, first];
		const entry = chosen.shift() ?? rest.shift();
		if (entry) mixed.push({ ...entry, seq: mixed.length });
	}
	return mixed;
}

/** Seen by another phone, on another connection, in other transactions and calls. */
function ofStranger(entry: Entry): Entry {
	const { phone, instance, connection } = entry;
	return {
		...entry,
		...(phone && { phone: `other ${phone}` }),
		...(instance && { instance: `other-${instance}` }),
		...(connection && { connection: `other ${connection}` }),
		...('callId' in entry && entry.callId && { callId: `other-${entry.callId}` }),
		...(entry.kind === 'message' &&
			entry.text !== undefined && {
				text: entry.text
					.replace(/^(call-id: )/im, '$1other-')
					.replace('branch=z9hG4bK', 'branch=z9hG4bKother')
			})
	} as Entry;
}

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
