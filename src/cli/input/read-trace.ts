import { type Analysis, createAnalysis } from '../../lib/analysis/analysis.ts';
import { FindingIndex } from '../../lib/analysis/rules/finding-index.ts';
import { Findings } from '../../lib/analysis/rules/findings.ts';
import { TextHold } from '../../lib/storage/memory/text-hold.ts';
import type { Entry, MessageEntry } from '../../lib/trace/entry.ts';
import type { Instant } from '../../lib/trace/instant.ts';
import { sourceAt } from './file-source.ts';
import { readFile, type ReadFile } from './read-file.ts';

/** A trace as it was read, and what it means. */
export interface ReadTrace {
	readonly file: ReadFile;
	readonly entries: readonly Entry[];
	readonly analysis: Analysis;
	/** The time of its last entry, at which states are told. */
	readonly end: Instant;
	/** What went wrong in it; looked for when it is first asked for. */
	readonly findings: FindingIndex;
}

/** The trace at a path without its meaning, `-` for standard input. @throws CommandError */
export async function readEntries(
	path: string,
	onentry: (entry: Entry) => void = () => undefined
): Promise<Pick<ReadTrace, 'file' | 'entries'>> {
	const entries = new KeptEntries();
	const file = await readFile(await sourceAt(path), (batch) => {
		for (const entry of batch) onentry(entries.keep(entry));
	});
	return { file, entries: entries.list };
}

/** Reads a trace, likewise, and finds out what it means. */
export async function readTrace(path: string): Promise<ReadTrace> {
	const analysis = createAnalysis();
	const { file, entries } = await readEntries(path, (entry) => analysis.ingest(entry));
	return new AnalysedTrace(file, entries, analysis);
}

/** So many characters of texts stay as they came; those beyond are packed, as the app does with all. */
const PLAIN = 128 * 1024 * 1024;

class KeptEntries {
	readonly list: Entry[] = [];
	readonly #hold = new TextHold();
	#plain = 0;

	keep(entry: Entry): Entry {
		const kept = this.#plain < PLAIN ? entry : this.#hold.hold(entry);
		if (entry.kind === 'message') this.#plain += lengthOf(entry);
		this.list.push(kept);
		return kept;
	}
}

function lengthOf({ text, bytes }: MessageEntry): number {
	return text?.length ?? bytes?.length ?? 0;
}

class AnalysedTrace implements ReadTrace {
	readonly file: ReadFile;
	readonly entries: readonly Entry[];
	readonly analysis: Analysis;
	#findings: FindingIndex | undefined;

	constructor(file: ReadFile, entries: readonly Entry[], analysis: Analysis) {
		this.file = file;
		this.entries = entries;
		this.analysis = analysis;
	}

	get end(): Instant {
		return this.analysis.latestAt ?? 0;
	}

	get findings(): FindingIndex {
		return (this.#findings ??= new FindingIndex(new Findings(this.analysis).at(this.end)));
	}
}
