import { contentEnd, firstLine, lineFeed } from '../grammar/line.ts';
import { keepAlive } from '../keep-alive.ts';
import type { Problem } from '../problem.ts';
import { readStartLine } from '../start-line.ts';
import type { Charset } from '../wire.ts';
import { checkCharacters } from './characters.ts';
import { checkBodyLength } from './content-length.ts';
import { checkValues } from './field-values.ts';
import { readHeadFields } from './head-fields.ts';
import { checkPresence } from './presence.ts';
import { ProblemLog } from './problem-log.ts';
import { checkStartLine } from './start-line.ts';

/** What the grammar does not allow in a message, in order of offset. Takes time as the text's length. */
export function findProblems(text: string, charset: Charset): Problem[] {
	const log = new ProblemLog();
	const start = firstLine(text);
	const feed = lineFeed(text, start);
	const end = contentEnd(text, start, feed);
	const line = readStartLine(text, start, end);
	if (line === undefined) {
		if (keepAlive(text) === undefined) log.add('start-line-malformed', start, end);
		return log.problems;
	}
	checkStartLine(text, start, end, line, log);
	const head = readHeadFields(text, feed + 1, log);
	checkPresence(head.fields, { start, end }, log);
	checkValues(text, head.fields, line.kind === 'request' ? line.method : undefined, log);
	checkCharacters(text, start, head.bodyOffset, charset, log);
	checkBodyLength(text, charset, head, log);
	return log.problems;
}
