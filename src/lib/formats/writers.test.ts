import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEntries } from '../../../tests/arbitraries/entry.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { traceToWrite, written } from '../../../tests/trace-to-write.ts';
import type { Entry } from '../trace/entry.ts';
import { FormatError } from './format-error.ts';
import { FORMATS } from './formats.ts';

const writable = FORMATS.filter(({ writer }) => writer !== undefined);

/** Messages of a call, torn apart: any of them may be missing, damaged, or there once more. */
const anyCall = fc
	.constantFrom(...Object.values(scenarios))
	.map((scenario) => scenario().entries)
	.chain((entries) =>
		fc
			.array(
				fc.tuple(fc.constantFrom(...entries), fc.nat({ max: 400 }), fc.string({ unit: 'binary' }))
			)
			.map((picked) => picked.map(([entry, at, noise]) => damaged(entry, at, noise)))
	)
	.map((entries) => entries.map((entry, seq) => ({ ...entry, seq })));

function damaged(entry: Entry, at: number, noise: string): Entry {
	if (entry.kind !== 'message' || entry.text === undefined || at > 300) return entry;
	return { ...entry, text: entry.text.slice(0, at) + noise + entry.text.slice(at) };
}

describe.each(writable.map((format) => [format.id, format] as const))('%s', (_, format) => {
	test('is written of whatever entries there are, or refused in words', async () => {
		const annotations = [{ seq: 0, bookmarked: true, note: '\0\ud800' }];
		await fc.assert(
			fc.asyncProperty(fc.oneof(anyEntries(20), anyCall), async (entries) => {
				const writing = written(format, traceToWrite(entries, annotations));
				const refused = (error: unknown) => {
					if (error instanceof FormatError) return error.message;
					throw error;
				};
				await expect(writing.catch(refused)).resolves.toBeTypeOf('string');
			}),
			{ numRuns: 60 }
		);
	});

	test('tells what it loses in parts of a sentence', () => {
		for (const loss of format.writer?.loses ?? []) expect(loss).toMatch(/^[a-z].*[^.;]$/);
	});
});
