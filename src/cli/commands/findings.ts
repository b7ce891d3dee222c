import type { Command } from 'commander';
import type { Finding, Severity } from '../../lib/analysis/rules/finding.ts';
import { onOneLine } from '../../lib/ladder/row-words.ts';
import { jsonLine } from '../output/json-line.ts';
import { Output } from '../output/output.ts';
import { type Look, type Paint, painter } from '../output/style.ts';
import { localTime, spansDays } from '../output/times.ts';
import { findingRecord } from '../records/finding-record.ts';
import {
	readingCommand,
	traceFor,
	type FilteredTrace,
	type ReadingFlags
} from './reading-command.ts';

export function addFindings(program: Command): void {
	readingCommand(program, 'findings', 'what went wrong, with the messages that prove it').action(
		async (file: string, flags: ReadingFlags) => {
			const trace = await traceFor(file, flags);
			const output = new Output();
			const paint = painter(process.stdout);
			const withDay = spansDays(trace.entries[0]?.at ?? 0, trace.end);
			for (const finding of findingsOf(trace)) {
				const told = flags.json
					? jsonLine(findingRecord(finding))
					: paragraph(finding, localTime(finding.at, withDay), paint);
				await output.write(told);
			}
			await output.flush();
		}
	);
}

/** A filter leaves what the messages that it leaves help to prove. */
function findingsOf({ findings, found }: FilteredTrace): readonly Finding[] {
	const { list } = findings;
	if (found === undefined) return list;
	const seqs = new Set(found.map(({ entry }) => entry.seq));
	return list.filter(({ evidence }) => evidence.some((seq) => seqs.has(seq)));
}

const LOOKS: Readonly<Record<Severity, Look>> = {
	error: 'error',
	warning: 'warning',
	info: 'faint'
};

/** So many seqs tell where to look. */
const MOST_PROOF = 6;

function paragraph(finding: Finding, time: string, paint: Paint): string {
	const { severity, rule, evidence, sentence, advice } = finding;
	const more = evidence.length > MOST_PROOF ? ' …' : '';
	const proof = `#${evidence.slice(0, MOST_PROOF).join(' #')}${more}`;
	const head = [paint(severity.padEnd(7), LOOKS[severity]), time, paint(rule, 'title'), proof];
	return `${head.join('  ')}\n  ${onOneLine(sentence)}\n  ${paint(onOneLine(advice), 'faint')}\n`;
}
