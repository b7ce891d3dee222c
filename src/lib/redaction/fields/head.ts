import { comparableName } from '../../sip/fields/header-name.ts';
import { isBlank } from '../../sip/grammar/character.ts';
import {
	afterEmptyLine,
	colonIn,
	contentEnd,
	isEmptyLine,
	lineFeed
} from '../../sip/grammar/line.ts';
import type { Replacer } from '../replacer.ts';
import { replaceDescriptionLine } from '../bodies/description.ts';
import { isKnownField, replaceFieldValue } from './field.ts';

/** A head whose fields are replaced, but for the Content-Length, which only its body tells. */
export interface HeadTexts {
	pieces: (string | { contentLength: string })[];
	/** The first one; `''` where there is none. */
	contentType: string;
	/** The first one; -1 where there is none. */
	contentLength: number;
	/** In the original. */
	bodyOffset: number;
}

/** Fields up to an empty line; a line that is none is read as one of a description, or as prose. */
export function replaceHead(text: string, replacer: Replacer): HeadTexts {
	const head: HeadTexts = {
		pieces: [],
		contentType: '',
		contentLength: -1,
		bodyOffset: text.length
	};
	let at = 0;
	while (at < text.length) {
		if (isEmptyLine(text, at)) {
			head.bodyOffset = afterEmptyLine(text, at);
			head.pieces.push(text.slice(at, head.bodyOffset));
			break;
		}
		const feed = fieldFeed(text, at);
		replaceLine(text.slice(at, contentEnd(text, at, feed)), head, replacer);
		head.pieces.push(text.slice(contentEnd(text, at, feed), feed + 1));
		at = feed + 1;
	}
	return head;
}

/** Where the last line ends that is folded to the field at `at`. */
function fieldFeed(text: string, at: number): number {
	let feed = lineFeed(text, at);
	while (feed + 1 < text.length && isBlank(text.charCodeAt(feed + 1)))
		feed = lineFeed(text, feed + 1);
	return feed;
}

function replaceLine(line: string, head: HeadTexts, replacer: Replacer): void {
	const colon = colonIn(line, 0, line.length);
	if (colon <= 0 || /^[a-z]=|[\s"<{]/.test(line.slice(0, colon).trimEnd())) {
		head.pieces.push(replaceDescriptionLine(line, replacer));
		return;
	}
	const name = line.slice(0, colon).trimEnd();
	const value = line.slice(colon + 1);
	head.pieces.push(
		isKnownField(name) ? line.slice(0, colon) : replacer.rest(line.slice(0, colon)),
		':'
	);
	const comparable = comparableName(name);
	if (comparable === 'content-type') head.contentType ||= value.trim();
	if (comparable !== 'content-length' || !/^\s*\d{1,15}\s*$/.test(value)) {
		head.pieces.push(replaceFieldValue(name, value, replacer));
		return;
	}
	head.pieces.push({ contentLength: value });
	if (head.contentLength < 0) head.contentLength = Number(value);
}
