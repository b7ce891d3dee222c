import { bodyEnd, bodyLength, messageAt } from '../sip/framing.ts';
import { contentEnd, firstLine, lineFeed } from '../sip/grammar/line.ts';
import { readStartLine } from '../sip/start-line.ts';
import type { Charset } from '../sip/wire.ts';
import { replaceBody } from './bodies/body.ts';
import { replaceInDescription } from './bodies/description.ts';
import { replaceHead, type HeadTexts } from './fields/head.ts';
import { replaceUri } from './fields/uri.ts';
import type { Replacer } from './replacer.ts';
import { replaceInProse } from './text/prose.ts';

/** How deep a body may hold messages and parts again, so that none hangs us. */
const DEEPEST = 4;

/** How a text is written, and within how many bodies it stands. */
export interface Setting {
	readonly charset: Charset;
	readonly depth: number;
}

const OUTERMOST: Setting = { charset: 'utf-8', depth: 0 };

/** Of what is found in the middle of a text. */
export const NESTED: Setting = { charset: 'utf-8', depth: DEEPEST };

/**
 * What one frame carried, SIP or not: each private value replaced, all else as it was. Content-Length
 * stays as right or as wrong as it is.
 */
export function replaceFrame(text: string, replacer: Replacer, setting = OUTERMOST): string {
	let written = '';
	for (let at = 0; at < text.length;) {
		const { replaced, end } = replaceMessage(text.slice(at), replacer, setting);
		written += replaced;
		at += end;
	}
	return written;
}

interface Replaced {
	replaced: string;
	/** Where in the original it ends: another message may follow. */
	end: number;
}

/** The message at the beginning of a text, or all of the text. */
function replaceMessage(text: string, replacer: Replacer, setting: Setting): Replaced {
	const start = firstLine(text);
	const feed = lineFeed(text, start);
	const end = contentEnd(text, start, feed);
	const line = readStartLine(text, start, end);
	if (line === undefined) return replaceHeadAndBody(text, replacer, setting);
	const replaceLine = line.kind === 'request' ? replaceRequestLine : replaceStatusLine;
	const first = text.slice(0, start) + replaceLine(text.slice(start, end), replacer);
	const rest = replaceHeadAndBody(text.slice(feed + 1), replacer, setting);
	return {
		replaced: first + text.slice(end, feed + 1) + rest.replaced,
		end: Math.min(text.length, feed + 1) + rest.end
	};
}

function replaceRequestLine(line: string, replacer: Replacer): string {
	const [, method = '', uri = '', version = ''] = /^(\S+\s+)([^]*?)(\s+\S+\s*)$/.exec(line) ?? [];
	const [, open = '', inner = '', close = ''] = /^(<?)([^]*?)(>?)$/.exec(uri) ?? [];
	const ending = /^\s+SIP\/[\d.]+\s*$/i.test(version) ? version : replaceInProse(version, replacer);
	// A known value may go over the ends of a URI's parts, which were read one by one.
	const target = replacer.rest(open + replaceUri(inner, replacer) + close);
	return replacer.rest(method) + target + ending;
}

function replaceStatusLine(line: string, replacer: Replacer): string {
	const [, status = '', reason = ''] = /^(\S+\s+\d+)([^]*)$/.exec(line) ?? [];
	return replacer.rest(status) + replaceInProse(reason, replacer);
}

/** Fields, an empty line and a body; of what is no message, as far as it is like one. */
export function replaceHeadAndBody(text: string, replacer: Replacer, setting: Setting): Replaced {
	const { charset, depth } = setting;
	const head = replaceHead(text, replacer);
	const all = text.slice(head.bodyOffset);
	const end = endOfBody(all, head.contentLength, charset);
	const body = all.slice(0, end);
	const inner = { charset, depth: depth + 1 };
	const replaced =
		depth < DEEPEST
			? replacer.rest(replaceBody(body, head.contentType, replacer, inner))
			: replaceInDescription(body, replacer);
	const grown = bodyLength(replaced, charset) - bodyLength(body, charset);
	return { replaced: headText(head, grown, replacer) + replaced, end: head.bodyOffset + end };
}

/** Where the body ends: before another message that follows it (RFC 7118 §5.1 forbids one). */
function endOfBody(body: string, contentLength: number, charset: Charset): number {
	const end = contentLength < 0 ? -1 : bodyEnd(body, 0, contentLength, charset);
	return end >= 0 && messageAt(body, end) >= 0 ? end : body.length;
}

/** The head with each Content-Length longer by so many bytes. */
function headText({ pieces }: HeadTexts, grown: number, replacer: Replacer): string {
	const written = pieces.map((piece) =>
		typeof piece === 'string' ? piece : longer(piece.contentLength, grown)
	);
	// A known value may go over the ends of parts that were read one by one.
	return replacer.rest(written.join(''));
}

/** A number as it is written, leading zeros included. */
function longer(written: string, grown: number): string {
	const [digits = ''] = /\d+/.exec(written) ?? [];
	if (grown === 0) return written;
	const length = String(Math.max(0, Number(digits) + grown));
	return written.replace(digits, length.padStart(digits.length, '0'));
}
