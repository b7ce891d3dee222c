import type { Command } from 'commander';
import type { SeenMessage } from '../../lib/analysis/seen-message.ts';
import { STDIN } from '../input/file-source.ts';
import { readTrace, type ReadTrace } from '../input/read-trace.ts';
import { jsonLine } from '../output/json-line.ts';
import { Output } from '../output/output.ts';
import { remarkOn } from '../output/remarks.ts';
import { painter } from '../output/style.ts';
import { type Column, tableLines } from '../output/table.ts';

export interface ReadingFlags {
	/** As it was written. */
	filter?: string;
	json?: boolean;
	quiet?: boolean;
}

/** A command that reads a trace and tells what is in it. */
export function readingCommand(program: Command, name: string, summary: string): Command {
	return program
		.command(name)
		.summary(summary)
		.description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
		.argument('[file]', 'a trace in any format that Sipscope opens; - for standard input', STDIN)
		.option('-f, --filter <expression>', 'what to leave, in the app’s language: docs/filter.md')
		.option('--json', 'an object a line: docs/command-line.md')
		.option('-q, --quiet', 'say nothing of what the file lacks');
}

/** A trace, and what of it a filter leaves. */
export interface FilteredTrace extends ReadTrace {
	/** Of its messages; `undefined` where there is no filter, which leaves all. */
	readonly found: readonly SeenMessage[] | undefined;
}

/** Reads the trace, and says on standard error what is missing of it. @throws CommandError */
export async function traceFor(
	path: string,
	{ filter, quiet }: ReadingFlags
): Promise<FilteredTrace> {
	// Regular expressions are heavy: without a filter the command starts sooner.
	const filtering = filter === undefined ? undefined : await import('../input/filtering.ts');
	const wanted = filtering?.filterIn(filter ?? '');
	const trace = await readTrace(path);
	if (!quiet) remarkOn(trace.file);
	return Object.assign(trace, { found: wanted && filtering?.found(wanted, trace) });
}

/** Of what messages belong to, that of the messages which a filter leaves. */
export function leftOf<Owner>(
	owners: readonly Owner[],
	{ found }: FilteredTrace,
	ownerOf: (message: SeenMessage) => Owner | undefined
): readonly Owner[] {
	if (found === undefined) return owners;
	const left = new Set(found.map(ownerOf));
	return owners.filter((owner) => left.has(owner));
}

/** How one thing is told: to programs, and to people. */
export interface Telling<Item> {
	record(item: Item): object;
	readonly columns: readonly Column<Item>[];
}

/** Prints things one a line. */
export async function printList<Item>(
	items: Iterable<Item>,
	{ json }: ReadingFlags,
	{ record, columns }: Telling<Item>
): Promise<void> {
	const output = new Output();
	const { stdout } = process;
	if (json) for (const item of items) await output.write(jsonLine(record(item)));
	else {
		const room = stdout.isTTY ? stdout.columns : Infinity;
		for (const line of tableLines(columns, items, painter(stdout), room)) await output.write(line);
	}
	await output.flush();
}
