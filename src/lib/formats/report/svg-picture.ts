import { printSvg } from '../../ladder/svg.ts';
import { analyseTrace } from '../analysed-trace.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { count, ladderPicture, MOST_ROWS } from './ladder-picture.ts';

/** The ladder as a picture, in light colours, since it is put into other people's documents. */
export const svgPicture: TraceFormat = {
	id: 'svg',
	name: 'Ladder as SVG',
	extensions: ['.svg'],
	writer: {
		loses: [
			'the messages themselves, and bookmarks and notes: it is a picture',
			'what is folded: refreshes, challenges, keep-alives and repetitions are drawn as one',
			`whatever comes after the first ${count(MOST_ROWS)} rows`
		],
		write
	}
};

async function* write(trace: TraceToWrite): AsyncGenerator<string> {
	yield printSvg(ladderPicture(await analyseTrace(trace)), 'light');
}
