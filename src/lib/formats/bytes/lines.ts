import { FormatError } from '../format-error.ts';

/** A message of 16 MiB in one line would be written so; what is longer is no line. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The lines of a text, without their ends (LF or CR LF), as many at a time as came together.
 *
 * @throws FormatError `line-too-long`, after all lines before it.
 */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	let rest: string[] = [];
	let restLength = 0;
	let count = 0;
	for await (const chunk of text) {
		const lines = chunk.split('\n');
		const last = lines.pop() ?? '';
		if (lines.length > 0) {
			lines[0] = rest.join('') + (lines[0] ?? '');
			rest = [];
			restLength = 0;
			count += lines.length;
			yield lines.map(withoutReturn);
		}
		rest.push(last);
		restLength += last.length;
		if (restLength > LONGEST_LINE) throw new FormatError('line-too-long', `line ${count + 1}`);
	}
	const end = rest.join('');
	if (end !== '') yield [withoutReturn(end)];
}

function withoutReturn(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
