import type { Replacer } from '../replacer.ts';
import { type Setting, replaceFrame, replaceHeadAndBody } from '../frame.ts';

/** The parts of a multipart body (RFC 2046 §5.1), each with its own head; the lines that part them stay. */
export function replaceInParts(
	body: string,
	contentType: string,
	replacer: Replacer,
	setting: Setting
): string {
	const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(contentType) ?? [];
	const line = `--${quoted ?? bare ?? ''}`;
	const parts = line === '--' ? [body] : body.split(line);
	return parts.map((part) => replacePart(part, replacer, setting)).join(line);
}

/** What follows a boundary up to its line end stands before the head of the part. */
function replacePart(part: string, replacer: Replacer, setting: Setting): string {
	const [, end = '', rest = ''] = /^((?:--)?[ \t]*(?:\r?\n)?)([^]*)$/.exec(part) ?? [];
	const { replaced, end: length } = replaceHeadAndBody(rest, replacer, setting);
	return (
		end +
		replaced +
		(length < rest.length ? replaceFrame(rest.slice(length), replacer, setting) : '')
	);
}
