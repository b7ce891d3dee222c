import { FormatError } from '../format-error.ts';

/** A value that was looked for. */
export interface JsonElement {
	/** Which of the paths led to it, by its index. */
	readonly path: number;
	/** Of the arrays on the way, from the outermost on: where in each. */
	readonly indices: readonly number[];
	/** As it is written. */
	readonly text: string;
}

/** From the outside in: members by name, elements of arrays as `*`. */
export type JsonPath = readonly string[];

interface Frame {
	readonly array: boolean;
	/** The member's name, or the element's index, that is being read. */
	key: string;
	index: number;
	/** In an object: what comes next is a name. */
	named: boolean;
}

/** No trace is nested like that; whoever nests deeper wants a stack to overflow. */
const DEEPEST = 256;
const LONGEST_VALUE = 64 * 1024 * 1024;

/** What is between the structure, but for spaces. */
const SCALAR = /[^\s:]/;

const STRUCTURE = /["{}[\],]/g;

/**
 * Finds the values at given paths of one JSON text as it arrives, and holds no more of it than the
 * value at hand. What is found is not checked further: whoever parses it sees whether it is valid.
 */
export class JsonElements {
	readonly #paths: readonly JsonPath[];
	readonly #stack: Frame[] = [];
	#buffer = '';
	/** Where in the buffer to go on. */
	#at = 0;
	/** How much of the text is gone from the buffer. */
	#gone = 0;
	/** The value that is wanted: where it began, and how deep it lies. */
	#wanted: { path: number; start: number; depth: number } | undefined;
	/** How many brackets are open within it. */
	#inner = 0;
	#begun = false;
	/** Up to here, the string at hand does not end. */
	#searched = 0;
	#found: JsonElement[] = [];

	constructor(paths: readonly JsonPath[]) {
		this.#paths = paths;
	}

	/** Whether the outermost value has been read to its end. */
	get complete(): boolean {
		return this.#begun && this.#stack.length === 0;
	}

	/**
	 * Takes more of the text, and gives what was found in it.
	 *
	 * @throws FormatError `json-malformed`, `json-too-deep`, `value-too-long`.
	 */
	push(chunk: string): JsonElement[] {
		this.#forget();
		this.#buffer += chunk;
		if (this.#buffer.length > LONGEST_VALUE) throw new FormatError('value-too-long', this.#place());
		while (this.#step());
		const found = this.#found;
		this.#found = [];
		return found;
	}

	/** Takes the next piece of structure; false where the text must go on first. */
	#step(): boolean {
		if (this.#wanted && this.#stack.length > this.#wanted.depth) return this.#stepWithin();
		STRUCTURE.lastIndex = this.#at;
		const next = STRUCTURE.exec(this.#buffer);
		if (next === null) return this.#awaitStructure();
		const at = next.index;
		this.#scalar(at);
		switch (next[0]) {
			case '"':
				return this.#string(at);
			case '{':
			case '[':
				return this.#open(at, next[0] === '[');
			case ',':
				return this.#comma(at);
			default:
				return this.#close(at, next[0] === ']');
		}
	}

	/** The same within a value that is wanted: nothing of it matters but where it ends. */
	#stepWithin(): boolean {
		const text = this.#buffer;
		for (; this.#at < text.length; this.#at++) {
			switch (text.charCodeAt(this.#at)) {
				case QUOTE:
					if (!this.#skipString(this.#at)) return false;
					this.#at--;
					break;
				case OPEN_BRACE:
				case OPEN_BRACKET:
					if (this.#stack.length + ++this.#inner > DEEPEST)
						throw new FormatError('json-too-deep', this.#place());
					break;
				case CLOSE_BRACE:
				case CLOSE_BRACKET:
					if (this.#inner === 0) return this.#close(this.#at, text[this.#at] === ']');
					this.#inner--;
			}
		}
		return false;
	}

	/** Goes behind a string; false where its end has not come yet. */
	#skipString(at: number): boolean {
		const end = stringEnd(this.#buffer, Math.max(at + 1, this.#searched));
		this.#searched = end < 0 ? this.#buffer.length : 0;
		if (end >= 0) this.#at = end;
		return end >= 0;
	}

	/** The rest may be a value that goes on; outside of all brackets there is none. */
	#awaitStructure(): false {
		if (this.#stack.length === 0 && SCALAR.test(this.#buffer.slice(this.#at))) {
			throw this.#malformed();
		}
		return false;
	}

	/** A number, `true`, `false` or `null` before the structure at `end`. */
	#scalar(end: number): void {
		const value = SCALAR.exec(this.#buffer.slice(this.#at, end));
		if (value === null) {
			this.#at = end;
			return;
		}
		if (this.#stack.length === 0) throw this.#malformed();
		this.#begin(this.#at + value.index);
		this.#at = end;
		this.#end(end);
	}

	#string(at: number): boolean {
		if (!this.#skipString(at)) return false;
		const end = this.#at;
		const frame = this.#stack.at(-1);
		if (frame === undefined) throw this.#malformed();
		if (!frame.array && !frame.named) {
			frame.key = nameIn(this.#buffer.slice(at, end));
			frame.named = true;
			return true;
		}
		this.#begin(at);
		this.#end(end);
		return true;
	}

	#open(at: number, array: boolean): boolean {
		if (this.complete) throw this.#malformed();
		if (this.#stack.length >= DEEPEST) throw new FormatError('json-too-deep', this.#place());
		this.#begin(at);
		this.#stack.push({ array, key: '', index: 0, named: false });
		this.#begun = true;
		this.#at = at + 1;
		return true;
	}

	#comma(at: number): boolean {
		const frame = this.#stack.at(-1);
		if (frame === undefined) throw this.#malformed();
		frame.index++;
		frame.named = false;
		this.#at = at + 1;
		return true;
	}

	#close(at: number, array: boolean): boolean {
		if (this.#stack.pop()?.array !== array) throw this.#malformed();
		this.#at = at + 1;
		this.#end(this.#at);
		return true;
	}

	/** A value begins: it may be one that is wanted. */
	#begin(start: number): void {
		if (this.#wanted !== undefined) return;
		const depth = this.#stack.length;
		const path = this.#paths.findIndex(
			(one) => one.length === depth && this.#stack.every((frame, at) => isAt(frame, one[at]))
		);
		if (path >= 0) this.#wanted = { path, start, depth };
	}

	#end(end: number): void {
		if (this.#wanted?.depth !== this.#stack.length) return;
		const { path, start } = this.#wanted;
		const indices = this.#stack.filter(({ array }) => array).map(({ index }) => index);
		this.#found.push({ path, indices, text: this.#buffer.slice(start, end) });
		this.#wanted = undefined;
	}

	/** Lets go of what has been read and is not wanted. */
	#forget(): void {
		const gone = this.#wanted?.start ?? this.#at;
		this.#buffer = this.#buffer.slice(gone);
		this.#gone += gone;
		this.#at -= gone;
		this.#searched = Math.max(0, this.#searched - gone);
		if (this.#wanted) this.#wanted.start = 0;
	}

	#place(): string {
		return `character ${this.#gone + this.#at + 1}`;
	}

	#malformed(): FormatError {
		return new FormatError('json-malformed', this.#place());
	}
}

function isAt({ array, key }: Frame, step: string | undefined): boolean {
	return array ? step === '*' : step === key;
}

/** After the closing quote, which is searched for from `from` on; -1 where it has not come yet. */
function stringEnd(text: string, from: number): number {
	for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
		let escapes = 0;
		while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
		if (escapes % 2 === 0) return at + 1;
	}
	return -1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function nameIn(text: string): string {
	try {
		return String(JSON.parse(text));
	} catch {
		return text;
	}
}
