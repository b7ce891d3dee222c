import { RE2JS, RE2JSException } from 're2js';
import type { Pattern } from './criterion.ts';

/** A regular expression that takes time in proportion to the text, whatever it is. */
export interface CompiledPattern {
	test(text: string): boolean;
	/** Where it is found, in UTF-16 units; of those that overlap the first. Empty ones are left out. */
	ranges(text: string): { offset: number; length: number }[];
}

/**
 * Compiles a regular expression of RE2's syntax; a string says what is wrong with it. `^` and `$` are the
 * ends of lines.
 */
export function compilePattern({ source, flags }: Pattern): CompiledPattern | string {
	const unknown = /[^ims]/.exec(flags)?.[0];
	if (unknown !== undefined)
		return `"${unknown}" is no flag: i is for any letter case, s lets a dot match line ends too.`;
	let options = RE2JS.MULTILINE;
	if (flags.includes('i')) options |= RE2JS.CASE_INSENSITIVE;
	if (flags.includes('s')) options |= RE2JS.DOTALL;
	try {
		return new LinearPattern(RE2JS.compile(withLineEnds(source), options));
	} catch (thrown) {
		if (thrown instanceof RE2JSException) return wordsOf(thrown);
		throw thrown;
	}
}

class LinearPattern implements CompiledPattern {
	readonly #expression: RE2JS;

	constructor(expression: RE2JS) {
		this.#expression = expression;
	}

	test(text: string): boolean {
		return this.#expression.test(text);
	}

	ranges(text: string): { offset: number; length: number }[] {
		const found = [];
		const matcher = this.#expression.matcher(text);
		while (matcher.find()) {
			const offset = matcher.start();
			const length = matcher.end() - offset;
			if (length > 0) found.push({ offset, length });
		}
		return found;
	}
}

/** RE2's lines end at LF, SIP's at CRLF: `$` is before either. */
function withLineEnds(source: string): string {
	const pieces = /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]?|\$/g;
	return source.replace(pieces, (piece) => (piece === '$' ? '(?:\\r?$)' : piece));
}

function wordsOf(thrown: RE2JSException): string {
	if (/\(\?[=!<]|\\[1-9]/.test(thrown.message))
		return 'Looking ahead or behind, and references to groups, are left out: they can take for ever.';
	const [, reason = thrown.message] = /regexp: ([^:]*)/.exec(thrown.message) ?? [];
	return `This is no regular expression: ${reason}.`;
}
