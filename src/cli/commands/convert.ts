import { type Command, Option } from 'commander';
import { ExportError } from '../../lib/formats/export-error.ts';
import { FormatError } from '../../lib/formats/format-error.ts';
import { TraceExport } from '../../lib/formats/export.ts';
import type { TraceFormat, TraceToWrite, TraceWriter } from '../../lib/formats/format.ts';
import { FORMATS } from '../../lib/formats/formats.ts';
import type { Entry } from '../../lib/trace/entry.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { STDIN } from '../input/file-source.ts';
import { readEntries } from '../input/read-trace.ts';
import { remark, remarkOn } from '../output/remarks.ts';
import { writeFile, writeStdout } from '../output/whole-file.ts';
import { type ReadingFlags, traceFor } from './reading-command.ts';

interface ConvertFlags extends ReadingFlags {
	to?: string;
	redact: boolean;
}

/** A format that is written. */
type Written = TraceFormat & { readonly writer: TraceWriter };

const WRITTEN = FORMATS.filter((format): format is Written => format.writer !== undefined);

/** Entries that are handed to a writer at once. */
const BATCH = 1_000;

export function addConvert(program: Command): void {
	program
		.command('convert')
		.summary('the trace in another format, redacted')
		.description(
			'Writes a trace in another format. Whatever tells of people is replaced, unless told otherwise.'
		)
		.argument('<in>', 'a trace in any format that Sipscope opens; - for standard input')
		.argument('[out]', 'the file to write; - for standard output', STDIN)
		.addOption(
			new Option('-t, --to <format>', 'which one; else what the name of the file says').choices(
				WRITTEN.map(({ id }) => id)
			)
		)
		.option(
			'-f, --filter <expression>',
			'the messages to write, in the app’s language: docs/filter.md'
		)
		.option('--redact', 'replace names, numbers, addresses and secrets by others', true)
		.option('--no-redact', 'write all as it is')
		.option('-q, --quiet', 'say nothing of what is lost')
		.action(convert);
}

async function convert(path: string, out: string, flags: ConvertFlags): Promise<void> {
	const { id, name, writer } = formatFor(out, flags.to);
	const { trace, context } = await traceToWrite(path, flags);
	const exported = new TraceExport(trace, writer, { redact: flags.redact, context });
	if (!flags.quiet && writer.loses.length > 0) {
		remark(`${name} (${id}) does not hold: ${writer.loses.join('; ')}.`);
	}
	try {
		await (out === STDIN ? writeStdout(exported) : writeFile(out, exported));
	} catch (error) {
		if (error instanceof ExportError) throw new CommandError(EXIT.leaking, refusal(error));
		if (error instanceof FormatError) throw new CommandError(EXIT.unreadable, error.message);
		throw error;
	}
	if (!flags.quiet) remark(verdict(exported, flags));
}

/** @throws CommandError */
function formatFor(out: string, to: string | undefined): Written {
	const told = WRITTEN.find(({ id }) => id === to) ?? formatNamed(out);
	if (told) return told;
	const problem =
		out === STDIN
			? 'Say in which format with --to'
			: `No format is called like ${out}; say which with --to`;
	throw new CommandError(EXIT.usage, `${problem}: ${WRITTEN.map(({ id }) => id).join(', ')}.`);
}

/** By the longest extension that fits; of those that share it, the first. */
function formatNamed(out: string): Written | undefined {
	const length = ({ extensions }: Written) =>
		Math.max(
			0,
			...extensions.filter((end) => out.toLowerCase().endsWith(end)).map((end) => end.length)
		);
	const best = Math.max(...WRITTEN.map(length));
	return best === 0 ? undefined : WRITTEN.find((format) => length(format) === best);
}

/** All of a trace, or what a filter leaves; what is not written still tells who is who. */
async function traceToWrite(
	path: string,
	flags: ConvertFlags
): Promise<{ trace: TraceToWrite; context: readonly Entry[] }> {
	if (flags.filter === undefined) {
		const { file, entries } = await readEntries(path);
		if (!flags.quiet) remarkOn(file);
		return {
			trace: {
				header: file.header,
				annotations: file.annotations,
				batches: () => batchesOf(entries)
			},
			context: []
		};
	}
	const { file, entries, found = [] } = await traceFor(path, flags);
	const chosen = found.map(({ entry }) => entry);
	const seqs = new Set(chosen.map(({ seq }) => seq));
	const annotations = file.annotations.filter(({ seq }) => seqs.has(seq));
	return {
		trace: { header: file.header, annotations, batches: () => batchesOf(chosen) },
		context: entries
	};
}

async function* batchesOf(entries: readonly Entry[]): AsyncGenerator<readonly Entry[]> {
	for (let at = 0; at < entries.length; at += BATCH) yield entries.slice(at, at + BATCH);
}

/** What became of what is private. */
function verdict({ originals }: TraceExport, { redact }: ConvertFlags): string {
	if (!redact)
		return 'Not redacted: it holds names, numbers, addresses and credentials as they were.';
	return `Redacted: ${originals} names, numbers, addresses and secrets are replaced, and none is left in it.`;
}

/** Which kinds of things are left, not the things. */
function refusal({ leaks, message }: ExportError): string {
	const kinds = [...new Set(leaks.map(({ kind }) => kind))].join(', ');
	return `Nothing was written. ${message} (${kinds}) Please report it; --no-redact writes all as it is.`;
}
