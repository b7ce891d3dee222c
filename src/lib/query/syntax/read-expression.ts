import type { Expression, Junction } from '../expression.ts';
import type { FilterError } from '../filter-error.ts';
import { readTerm } from './read-term.ts';

/**
 * Reads a filter's text: terms with white space between them must all hold, `or` parts alternatives,
 * brackets group, and `-` before a term or a bracket excludes. Empty text asks for nothing.
 */
export function readExpression(text: string): Expression | FilterError {
	return new ExpressionReader(text).read();
}

/** Brackets within brackets; deeper ones are a slip of the keyboard. */
const DEEPEST = 32;

class ExpressionReader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	read(): Expression | FilterError {
		this.#skipSpace();
		if (this.#at === this.#text.length) return junction('all', [], 0, this.#text.length);
		const expression = this.#any(0);
		if ('message' in expression || this.#at === this.#text.length) return expression;
		return this.#error(1, 'This bracket closes none. If it is to be found, it needs quotes.');
	}

	#any(depth: number): Expression | FilterError {
		const start = this.#at;
		const parts: Expression[] = [];
		do {
			const part = this.#all(depth);
			if ('message' in part) return part;
			parts.push(part);
		} while (this.#takeWord('or'));
		return joined('any', parts, start, this.#at);
	}

	#all(depth: number): Expression | FilterError {
		const start = this.#at;
		const parts: Expression[] = [];
		do {
			if (this.#isAtEnd() || this.#isAtWord('or') || this.#isAtWord('and')) return this.#missing();
			const part = this.#part(depth);
			if ('message' in part) return part;
			parts.push(part);
			this.#skipSpace();
		} while (this.#takeWord('and') || !(this.#isAtEnd() || this.#isAtWord('or')));
		return joined('all', parts, start, parts.at(-1)?.end ?? start);
	}

	/** One term, or one group in brackets, with the `-` before it. */
	#part(depth: number): Expression | FilterError {
		const start = this.#at;
		const negated = this.#text[start] === '-';
		if (negated) this.#at++;
		if (this.#text[this.#at] === '(') return this.#group(start, negated, depth);
		const term = readTerm(this.#text, this.#at, negated);
		if (!('message' in term)) this.#at = term.end;
		return term;
	}

	#group(start: number, negated: boolean, depth: number): Expression | FilterError {
		const open = this.#at;
		if (depth === DEEPEST) return this.#error(1, 'These are too many brackets within brackets.');
		this.#at++;
		this.#skipSpace();
		const inner = this.#any(depth + 1);
		if ('message' in inner) return inner;
		if (this.#text[this.#at] !== ')') {
			const length = this.#text.length - open;
			return { offset: open, length, message: 'This bracket is never closed.' };
		}
		this.#at++;
		if (!negated) return inner;
		// What is grouped and excluded already gets a group of its own around it.
		return inner.kind === 'term' || inner.negated
			? junction('all', [inner], start, this.#at, negated)
			: { ...inner, negated, start, end: this.#at };
	}

	#isAtEnd(): boolean {
		return this.#at === this.#text.length || this.#text[this.#at] === ')';
	}

	#isAtWord(word: 'or' | 'and'): boolean {
		const found = this.#text.slice(this.#at, this.#at + word.length);
		const next = this.#text.charAt(this.#at + word.length);
		return found.toLowerCase() === word && /^[\s()]?$/.test(next);
	}

	#takeWord(word: 'or' | 'and'): boolean {
		if (!this.#isAtWord(word)) return false;
		this.#at += word.length;
		this.#skipSpace();
		return true;
	}

	#skipSpace(): void {
		while (this.#at < this.#text.length && /\s/.test(this.#text.charAt(this.#at))) this.#at++;
	}

	#missing(): FilterError {
		const word = this.#isAtWord('or') ? 2 : this.#isAtWord('and') ? 3 : 0;
		return this.#error(word, 'Here is nothing to look for. A word "or" or "and" needs quotes.');
	}

	#error(length: number, message: string): FilterError {
		return { offset: this.#at, length, message };
	}
}

function joined(
	kind: Junction['kind'],
	parts: readonly Expression[],
	start: number,
	end: number
): Expression {
	const [only] = parts;
	return only && parts.length === 1 ? only : junction(kind, parts, start, end);
}

function junction(
	kind: Junction['kind'],
	parts: readonly Expression[],
	start: number,
	end: number,
	negated = false
): Junction {
	return { kind, negated, parts, start, end };
}
