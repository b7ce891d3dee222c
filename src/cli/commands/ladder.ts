import { Option, type Command } from 'commander';
import { FOLD_KINDS } from '../../lib/ladder/fold.ts';
import type { Ladder } from '../../lib/ladder/ladder.ts';
import { layout } from '../../lib/ladder/layout.ts';
import { MERMAID_LIMIT, printMermaid } from '../../lib/ladder/mermaid.ts';
import type { Theme } from '../../lib/ladder/palette.ts';
import { cropped, footnotesOf, type Picture, sinceFirst } from '../../lib/ladder/picture.ts';
import { printSvg } from '../../lib/ladder/svg.ts';
import { printPicture } from '../../lib/ladder/text.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import { jsonLine } from '../output/json-line.ts';
import { Output } from '../output/output.ts';
import { remark } from '../output/remarks.ts';
import { localTime } from '../output/times.ts';
import { rowRecord } from '../records/row-record.ts';
import {
	readingCommand,
	traceFor,
	type FilteredTrace,
	type ReadingFlags
} from './reading-command.ts';

type Form = 'text' | 'mermaid' | 'svg';

interface LadderFlags extends ReadingFlags {
	as: Form;
	theme: Theme;
	fold: boolean;
}

export function addLadder(program: Command): void {
	readingCommand(program, 'ladder', 'the ladder, drawn')
		.addOption(
			new Option('--as <form>', 'how it is drawn')
				.choices(['text', 'mermaid', 'svg'])
				.default('text')
		)
		.addOption(
			new Option('--theme <theme>', 'of an SVG').choices(['light', 'dark']).default('light')
		)
		.option('--no-fold', 'draw refreshes, challenges, keep-alives and repetitions one by one')
		.action(async (file: string, flags: LadderFlags) => {
			const trace = await traceFor(file, flags);
			const ladder = ladderOf(trace, flags);
			const output = new Output();
			if (flags.json) {
				for (const row of ladder.rows) await output.write(jsonLine(rowRecord(row, ladder.lanes)));
			} else await output.write(drawn(pictureOf(trace, ladder), flags));
			await output.flush();
		});
}

/** Of what a filter leaves; it leaves no events, as in the app. */
function ladderOf(trace: FilteredTrace, { fold }: LadderFlags): Ladder {
	const entries = trace.found?.map(({ entry }) => entry) ?? trace.entries;
	return layout(entries, trace.analysis, { folds: fold ? FOLD_KINDS : [] });
}

function pictureOf({ file, entries }: ReadTrace, ladder: Ladder): Picture {
	const rows = [...ladder.rows];
	return {
		...cropped(ladder.lanes, rows),
		legs: ladder.legs,
		title: file.header.name,
		caption: localTime(entries[0]?.at ?? 0, true),
		footnotes: footnotesOf(ladder.hidden),
		times: sinceFirst(rows)
	};
}

function drawn(picture: Picture, { as, theme }: LadderFlags): string {
	if (as === 'text') return printPicture(picture);
	if (as === 'svg') return printSvg(picture, theme);
	const diagram = printMermaid(picture);
	if (diagram.length > MERMAID_LIMIT) {
		remark(
			`${diagram.length} characters: Mermaid takes ${MERMAID_LIMIT} unless its maxTextSize is raised. Use --filter.`
		);
	}
	return diagram;
}
