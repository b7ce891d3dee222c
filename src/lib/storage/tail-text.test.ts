import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntries } from '../../../tests/arbitraries/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { printEntry } from '../formats/sipscope/entry-json.ts';
import { parseTail, printTailHead } from './tail-text.ts';

const header: TraceHeader = {
	id: 'b2c7e5a0-6f5e-4b36-9c55-6f0d8f6b7a11',
	format: 1,
	name: 'A trace\nof two lines',
	source: 'live',
	createdAt: 1_700_000_000_000_000,
	versions: { sipscope: '0.0.0' }
};

describe('the text of a tail', () => {
	it('gives back every entry, whatever its text and bytes', () => {
		fc.assert(
			fc.property(anyEntries(20), fc.boolean(), (entries, begun) => {
				const lines = [printTailHead({ header, begun }), ...entries.map(printEntry)];
				expect(parseTail(lines.join('\n'))).toEqual({ header, begun, entries });
			})
		);
	});

	it('is told from any other text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(parseTail(text)).toBeUndefined();
			})
		);
		const head = printTailHead({ header, begun: true });
		for (const line of ['', '{', 'null', '{}', '{"seq":0,"kind":"message","bytes":"%"}'])
			expect(parseTail(`${head}\n${line}`)).toBeUndefined();
	});
});
