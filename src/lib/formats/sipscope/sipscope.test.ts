import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEntries } from '../../../../tests/arbitraries/entry.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import type { Annotation } from '../../trace/annotation.ts';
import type { Entry } from '../../trace/entry.ts';
import { TRACE_FORMAT, type TraceHeader } from '../../trace/trace.ts';
import { sourceOf } from '../bytes/byte-source.ts';
import type { TraceFormat } from '../format.ts';
import { openFile } from '../open-file.ts';
import { type LeftOutCount, Stamper } from '../reading.ts';
import { sipscopeJson } from './sipscope-json.ts';
import { sipscopeLines } from './sipscope-lines.ts';

const header: TraceHeader = {
	id: '5e5e',
	format: TRACE_FORMAT,
	name: 'A call, "quoted"',
	source: 'live',
	createdAt: 1_780_000_000_000_000,
	versions: { sipscope: '0.1.0', sdk: '2.5.4' }
};

async function* batchesOf(entries: readonly Entry[]) {
	for (let at = 0; at < entries.length; at += 7) yield entries.slice(at, at + 7);
}

async function written(
	{ writer }: TraceFormat,
	entries: readonly Entry[],
	annotations: readonly Annotation[] = []
): Promise<string> {
	let text = '';
	for await (const piece of writer?.write({
		header,
		annotations,
		batches: () => batchesOf(entries)
	}) ?? []) {
		text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
	}
	return text;
}

async function read(text: string) {
	const { format, readings } = await openFile(sourceOf(text));
	const stamper = new Stamper();
	const entries: Entry[] = [];
	const annotations: Annotation[] = [];
	const leftOut: LeftOutCount[] = [];
	let told = {};
	for await (const reading of readings()) {
		annotations.push(...(reading.annotations ?? []));
		if (reading.leftOut) leftOut.push(reading.leftOut);
		entries.push(...stamper.stamp(reading.entries ?? []));
		told = { ...told, ...reading.header };
	}
	return { format: format.id, entries, told, annotations, leftOut };
}

describe.each([
	['one JSON object', sipscopeJson],
	['JSON Lines', sipscopeLines]
] as const)('%s', (_, format) => {
	test('what is written is read again, all of it', async () => {
		const { name, createdAt, versions } = header;
		await fc.assert(
			fc.asyncProperty(anyEntries(30), async (entries) => {
				const expected = new Stamper().stamp(entries);
				expect(await read(await written(format, entries))).toEqual({
					format: format.id,
					entries: expected,
					told: { name, createdAt, versions },
					annotations: [],
					leftOut: []
				});
			})
		);
	});

	test('members that this version does not know survive', async () => {
		const later = { kind: 'weather', seq: 0, at: 5, sky: ['blue'] } as unknown as Entry;
		const more = { ...scenarios.busy().entries[0], seq: 1, colour: 'red' } as unknown as Entry;
		expect((await read(await written(format, [later, more]))).entries).toEqual([later, more]);
	});

	test('bookmarks and notes find their entries, also in a part, whose entries get other places', async () => {
		const part = scenarios.busy().entries.filter(({ seq }) => seq % 2 === 1);
		const [first, second] = [part[1]?.seq ?? 0, part[4]?.seq ?? 0];
		const later = { seq: second, bookmarked: false, note: ' "a"\n\ud800 ', colour: 'red' };
		const annotations: Annotation[] = [{ seq: first, bookmarked: true, note: '' }, later];
		const opened = await read(await written(format, part, annotations));
		expect(opened.annotations).toEqual([
			{ seq: 1, bookmarked: true, note: '' },
			{ ...later, seq: 4 }
		]);
		expect(opened.entries).toHaveLength(part.length);
		expect(opened.leftOut).toEqual([]);
	});

	test('a note on an entry that is not there is told', async () => {
		const annotations: Annotation[] = [{ seq: 9_999, bookmarked: false, note: 'where?' }];
		const opened = await read(await written(format, scenarios.busy().entries, annotations));
		expect(opened.annotations).toEqual([]);
		expect(opened.leftOut).toEqual([{ what: 'notes on nothing', count: 1 }]);
	});

	test('truncated anywhere it is read up to there, and says so', async () => {
		const { entries } = scenarios.busy();
		const text = await written(format, entries);
		const whole = await read(text);
		for (let length = 300; length < text.length - 4; length += 97) {
			const part = await read(text.slice(0, length));
			const kept = part.entries.filter(({ kind }) => kind !== 'loss');
			expect(kept).toEqual(whole.entries.slice(0, kept.length));
			const atLineEnd = format === sipscopeLines && text[length - 1] === '\n';
			if (!atLineEnd) expect(part.entries.at(-1)).toMatchObject({ kind: 'loss' });
		}
	});

	test('an entry that is damaged is a loss where it was', async () => {
		const text = await written(format, scenarios.busy().entries);
		const { entries } = await read(text.replace('"direction":"sent"', '"direction":"up"'));
		expect(entries.filter(({ kind }) => kind === 'loss')).toMatchObject([
			{ reason: 'damaged', detail: expect.stringMatching(/^(entry|line) \d+ is no entry$/) }
		]);
	});

	test('one of a later version is refused in words', async () => {
		const text = (await written(format, [])).replace('"format":1', '"format":99');
		await expect(read(text)).rejects.toThrow('newer Sipscope');
	});
});
