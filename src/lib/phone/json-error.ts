/** Where a text stops being JSON, and why, in words for those who did not write it. */
export interface JsonError {
	/** UTF-16 offset into the text. */
	offset: number;
	/** Counted from 1. */
	line: number;
	column: number;
	message: string;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * The first error of a text that is not JSON (RFC 8259), `undefined` for one that is. Engines word
 * theirs differently, and leave out the position for short texts.
 */
export function findJsonError(text: string): JsonError | undefined {
	const reader = new JsonReader(text);
	if (reader.readText()) return undefined;
	const before = text.slice(0, reader.offset).split('\n');
	return {
		offset: reader.offset,
		line: before.length,
		column: (before.at(-1)?.length ?? 0) + 1,
		message: reader.reason()
	};
}

/** Deeper than anything one would paste, and far from the end of the stack. */
const MAX_DEPTH = 500;

class JsonReader {
	offset = 0;
	#depth = 0;
	#expected = '';
	#afterComma = false;

	constructor(readonly text: string) {}

	readText(): boolean {
		this.#skip(SPACE);
		if (!this.#value()) return false;
		return this.offset === this.text.length || this.#fail('the end of the text');
	}

	reason(): string {
		const found = this.text.slice(this.offset).match(/^./su)?.[0];
		if (found === undefined) return 'the text ends too early; was it copied whole?';
		if ('“”‘’'.includes(found)) return `${found} is a typographic quote: JSON needs plain ones (")`;
		if (found === "'") return `JSON needs double quotes ("), not single ones`;
		if (found === '"' && this.#expected.includes('text')) {
			return 'a text is not closed, or holds a line break or a wrong escape';
		}
		if (this.#afterComma && '}]'.includes(found))
			return `the comma before ${found} is one too many`;
		return `expected ${this.#expected}, found ${found}`;
	}

	#value(): boolean {
		if (this.#depth > MAX_DEPTH) return this.#fail('less nesting');
		if (this.#take('{')) return this.#list('}', () => this.#member());
		if (this.#take('[')) return this.#list(']', () => this.#value());
		return this.#skip(STRING) || this.#skip(LITERAL)
			? this.#skip(SPACE)
			: this.#fail('a value (text in double quotes, number, object or list)');
	}

	#member(): boolean {
		if (!this.#skip(STRING)) return this.#fail('a name (text in double quotes)');
		this.#skip(SPACE);
		return this.#take(':') ? this.#value() : this.#fail('a colon');
	}

	#list(end: '}' | ']', item: () => boolean): boolean {
		if (this.#take(end)) return true;
		this.#depth++;
		do {
			if (!item()) return false;
			this.#afterComma = this.text[this.offset] === ',';
		} while (this.#take(','));
		this.#depth--;
		return this.#take(end) || this.#fail(`a comma or ${end}`);
	}

	/** One character and the white space after it. */
	#take(character: string): boolean {
		if (this.text[this.offset] !== character) return false;
		this.offset++;
		return this.#skip(SPACE);
	}

	#skip(pattern: RegExp): boolean {
		pattern.lastIndex = this.offset;
		const found = pattern.test(this.text);
		if (found) this.offset = pattern.lastIndex;
		return found;
	}

	#fail(expected: string): false {
		this.#expected = expected;
		return false;
	}
}
