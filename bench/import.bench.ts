import { sourceOf } from '../src/lib/formats/bytes/byte-source.ts';
import type { TraceFormat } from '../src/lib/formats/format.ts';
import { har } from '../src/lib/formats/har/har.ts';
import { openFile } from '../src/lib/formats/open-file.ts';
import { Stamper } from '../src/lib/formats/reading.ts';
import { sipscopeJson } from '../src/lib/formats/sipscope/sipscope-json.ts';
import { sipscopeLines } from '../src/lib/formats/sipscope/sipscope-lines.ts';
import { TRACE_FORMAT } from '../src/lib/trace/trace.ts';
import type { Benchmark } from './benchmark.ts';
import { kept } from './throughput.ts';
import { entries } from './trace.ts';

const trace = entries.slice(0, 50_000);
/** As many bytes come at once when a browser reads a file. */
const CHUNK = 64 * 1024;

/** A trace as a file, written when it is first measured. */
class Sample {
	readonly #format: TraceFormat;
	#bytes: Uint8Array | undefined;
	#text = '';

	constructor(format: TraceFormat) {
		this.#format = format;
	}

	async bytes(): Promise<Uint8Array> {
		return (this.#bytes ??= new TextEncoder().encode(await this.text()));
	}

	async text(): Promise<string> {
		if (this.#text !== '') return this.#text;
		const pieces: string[] = [];
		const header = {
			id: 'bench',
			format: TRACE_FORMAT,
			name: 'Bench',
			source: 'live' as const,
			createdAt: trace[0]?.at ?? 0,
			versions: { sipscope: '0' }
		};
		const written = this.#format.writer?.write({
			header,
			annotations: [],
			async *batches() {
				yield trace;
			}
		});
		for await (const piece of written ?? []) pieces.push(String(piece));
		return (this.#text = pieces.join(''));
	}
}

/** Milliseconds for all entries of a file. */
async function importTime(sample: Sample): Promise<number> {
	const bytes = await sample.bytes();
	const source = {
		...sourceOf(bytes),
		async *chunks() {
			for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
		}
	};
	const startedAt = performance.now();
	const stamper = new Stamper();
	const read = [];
	for await (const { entries: some = [] } of (await openFile(source)).readings()) {
		read.push(stamper.stamp(some));
	}
	kept.result = read;
	return performance.now() - startedAt;
}

/** Milliseconds for the same text at once, as whoever has it all in memory would read it. */
async function parseTime(sample: Sample, parse: (text: string) => unknown): Promise<number> {
	const text = await sample.text();
	const startedAt = performance.now();
	kept.result = parse(text);
	return performance.now() - startedAt;
}

function benchmark(name: string, format: TraceFormat, parse: (text: string) => unknown): Benchmark {
	const sample = new Sample(format);
	return {
		name: `import/${name}`,
		unit: 'ms',
		measure: () => importTime(sample),
		baseline: { name: 'JSON.parse', measure: () => parseTime(sample, parse) },
		ratio: (value, baselineValue) => value / baselineValue,
		target: '<= 2.5'
	};
}

const lines = (text: string) =>
	text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as unknown);

export const benchmarks: readonly Benchmark[] = [
	benchmark('har', har, JSON.parse),
	benchmark('json', sipscopeJson, JSON.parse),
	benchmark('json-lines', sipscopeLines, lines)
];
