import {
	COMMA,
	CR,
	GREATER_THAN,
	LESS_THAN,
	LF,
	QUOTE,
	SEMICOLON,
	isBlank,
	isTokenCharacter
} from '../grammar/character.ts';
import { afterQuoted, closingQuote } from '../grammar/quoted-string.ts';
import type { ProblemCode } from '../problem.ts';
import type { RawField } from './head-fields.ts';
import type { ProblemLog } from './problem-log.ts';

/**
 * A place in a header field's value as it is on the wire, folding included, so that what is found
 * there has an exact offset. It only ever moves on: that keeps the checks linear.
 */
export class Cursor {
	readonly text: string;
	readonly end: number;
	at = 0;
	/** Whether a comma separates elements here. */
	inList = false;
	readonly #field: RawField;
	readonly #source: string;
	readonly #log: ProblemLog;
	/** Whether the comma before the next element has been passed already, in a run of them. */
	#beyondComma = false;

	/** @param source where the rule for the field is written */
	constructor(message: string, field: RawField, source: string, log: ProblemLog) {
		const text = message.slice(field.valueStart, field.end);
		this.text = text;
		this.#field = field;
		this.#source = source;
		this.#log = log;
		let end = text.length;
		while (end > 0 && isWhite(text.charCodeAt(end - 1))) end--;
		this.end = end;
		this.skip();
	}

	/** The character here, -1 at the end. */
	get code(): number {
		return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
	}

	isAt(code: number): boolean {
		return this.code === code;
	}

	get isAtEnd(): boolean {
		return this.at >= this.end;
	}

	/** Whether a separator, or the end, is where something should be. */
	get isAtSeparator(): boolean {
		return this.isAtEnd || this.code === SEMICOLON || this.code === COMMA;
	}

	/** Passes white space (LWS of RFC 3261 §25.1), folding included. */
	skip(): void {
		while (isWhite(this.code)) this.at++;
	}

	/** Passes a separator with white space around it; returns where it is, -1 where it is not. */
	separator(code: number): number {
		const before = this.at;
		this.skip();
		const at = this.at;
		if (this.code !== code) {
			this.at = before;
			return -1;
		}
		this.at++;
		this.skip();
		return at;
	}

	/** Passes what comes before the next element of a list; false at its end. */
	nextElement(): boolean {
		if (this.#beyondComma) {
			this.#beyondComma = false;
			return true;
		}
		const comma = this.separator(COMMA);
		if (comma < 0) return false;
		if (this.isAtSeparator) this.superfluous(comma);
		return !this.isAtEnd;
	}

	/** Whether the element ends here, as it should; what follows it is reported and passed. */
	elementEnds(): boolean {
		this.skip();
		if (this.isAtEnd || this.#beyondComma || (this.inList && this.code === COMMA)) return true;
		return this.fail('value-malformed');
	}

	/** Passes what comes before the next parameter; false where there is none. */
	nextParameter(): boolean {
		const semicolon = this.#beyondComma ? -1 : this.separator(SEMICOLON);
		if (semicolon < 0) return false;
		if (this.isAtSeparator) this.#beyondComma = this.superfluous(semicolon);
		return !this.isAtEnd && !this.#beyondComma;
	}

	/**
	 * Passes a run of separators that separate nothing, and reports it, from the `first` on; returns
	 * whether it leads to another element.
	 */
	superfluous(first: number): boolean {
		let last = first;
		let comma = this.text.charCodeAt(first) === COMMA;
		for (; this.isAtSeparator || isWhite(this.code); this.at++) {
			if (this.isAtEnd) break;
			if (this.code === COMMA) comma = true;
			if (!isWhite(this.code)) last = this.at;
		}
		this.report('separator-extra', first, last + 1);
		return comma && !this.isAtEnd;
	}

	/** Passes a token; false where there is none. */
	token(): boolean {
		const start = this.at;
		while (isTokenCharacter(this.code)) this.at++;
		return this.at > start;
	}

	/** Passes the quoted string that opens here; false, and reported, where it is not closed. */
	quoted(): boolean {
		const close = closingQuote(this.text, this.at, this.end);
		if (close < 0) {
			this.report('quote-unterminated', this.at, this.end);
			this.at = this.end;
			return false;
		}
		this.at = close + 1;
		return true;
	}

	/** The text from `start` to here. */
	since(start: number): string {
		return this.text.slice(start, this.at);
	}

	/** What is missing has no place of its own: the whole field stands for it. */
	report(code: ProblemCode, start: number, end: number): void {
		const field = this.#field;
		const place = { field: field.name, source: this.#source };
		if (start === end) this.#log.add(code, field.start, field.end, place);
		else this.#log.add(code, field.valueStart + start, field.valueStart + end, place);
	}

	/** Reports what is left of the element, from `start` on, and passes it. */
	fail(code: ProblemCode, start = this.at): false {
		this.#pass(COMMA);
		return this.#failed(code, start);
	}

	/** Reports what is left of the parameter, from `start` on, and passes it. */
	failParameter(code: ProblemCode, start = this.at): false {
		this.#pass(SEMICOLON);
		return this.#failed(code, start);
	}

	#failed(code: ProblemCode, start: number): false {
		let end = Math.min(this.at, this.end);
		while (end > start + 1 && isWhite(this.text.charCodeAt(end - 1))) end--;
		this.report(code, start, end);
		return false;
	}

	/** Goes to the next comma of a list, or semicolon, outside of quotes and brackets. */
	#pass(separator: number): void {
		let bracketed = false;
		while (!this.isAtEnd) {
			const { code } = this;
			if (code === QUOTE) {
				this.at = afterQuoted(this.text, this.at, this.end);
				continue;
			}
			if (!bracketed && (code === separator || code === COMMA)) {
				if (code !== COMMA || this.inList) return;
			}
			if (code === LESS_THAN) bracketed = true;
			else if (code === GREATER_THAN) bracketed = false;
			this.at++;
		}
	}
}

/** Blanks, and the line ends of folding. */
export function isWhite(code: number): boolean {
	return isBlank(code) || code === CR || code === LF;
}
