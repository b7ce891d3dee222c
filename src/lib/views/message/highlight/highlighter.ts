import { createHighlighterCoreSync, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { sipBodyGrammar } from './sip-body.tmLanguage.ts';
import { sipTheme } from './sip-theme.ts';
import { sipGrammar } from './sip.tmLanguage.ts';
import { plainLines, type Piece, type StyledLine } from './styled-line.ts';

/** Longer lines stay plain: patterns may look back and forth over the whole of one. */
const LONGEST_LINE = 20_000;

const BOLD = 2;

/** Only this module loads Shiki: import it dynamically, when the first message is looked at. */
export const shiki = createHighlighterCoreSync({
	langs: [sipGrammar, sipBodyGrammar],
	themes: [sipTheme],
	engine: createJavaScriptRegexEngine()
});

/**
 * The lines of a SIP message, in the style of our theme; joined, they are `text`. The body has a
 * grammar of its own, since Shiki passes over empty lines and so no grammar sees where the head ends.
 */
export function highlight(text: string, bodyOffset: number): StyledLine[] {
	return [...style(text.slice(0, bodyOffset), 'sip'), ...style(text.slice(bodyOffset), 'sip-body')];
}

function style(text: string, lang: 'sip' | 'sip-body'): StyledLine[] {
	const tokens = shiki.codeToTokensBase(text, {
		lang,
		theme: 'sipscope',
		tokenizeMaxLineLength: LONGEST_LINE
	});
	let offset = 0;
	return plainLines(text).map(([line], index) => {
		const start = offset;
		offset += line?.text.length ?? 0;
		return cover(text, start, offset, tokens[index] ?? []);
	});
}

/** The line from `start` to `end` by its tokens; what they leave out, its ending, stays plain. */
function cover(
	text: string,
	start: number,
	end: number,
	tokens: readonly ThemedToken[]
): StyledLine {
	const pieces: Piece[] = tokens.map((token) => ({
		text: token.content,
		...(token.color && { color: token.color }),
		...(token.fontStyle === BOLD && { bold: true })
	}));
	const last = tokens.at(-1);
	const covered = last ? last.offset + last.content.length : start;
	if (covered < end) pieces.push({ text: text.slice(covered, end) });
	return pieces;
}
