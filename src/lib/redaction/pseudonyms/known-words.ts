import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import { textOfOctets } from '../../sip/wire.ts';
import type { ValueForm } from './value-form.ts';
import { isAfterEscape, isBoundary } from './boundary.ts';
import { inPercent } from './in-percent.ts';
import { isTelling, isVocabulary } from './vocabulary.ts';
import { WordTree } from './word-tree.ts';

type ReplaceWord = (form: ValueForm, written: string) => string;

/** Values that were seen in their places, to be found where no place tells of them. */
export class KnownWords {
	readonly #tree = new WordTree<ValueForm>();
	/** By names too short to be looked for in anything but words of people. */
	readonly #short = new Map<string, ValueForm>();

	add(form: ValueForm, text: string): void {
		for (const word of writtenForms(form, text)) {
			const lower = lowered(word);
			if (isTelling(word)) this.#tree.add(lower, form);
			else if (isShortName(form, word)) this.#short.set(lower, form);
		}
	}

	/** A text with each known value replaced; the longest where several begin at one place. */
	replaceIn(text: string, replace: ReplaceWord): string {
		const lower = lowered(text);
		let written = '';
		let end = 0;
		for (let at = 0; at < text.length;) {
			const isStart = isBoundary(text, at) || isAfterEscape(text, at);
			const found = isStart ? this.#longestAt(lower, at) : undefined;
			if (found === undefined) {
				at++;
				continue;
			}
			const after = at + found.length;
			written += text.slice(end, at) + replace(found.value, text.slice(at, after));
			end = at = after;
		}
		return end === 0 ? text : written + text.slice(end);
	}

	/** The same of what people wrote, where short names count as well. */
	replaceInWords(text: string, replace: ReplaceWord): string {
		const replaced = this.replaceIn(text, replace);
		if (this.#short.size === 0) return replaced;
		return replaced.replace(/[\p{L}\d_]+/gu, (word) => {
			const form = this.#short.get(lowered(word));
			return form === undefined ? word : replace(form, word);
		});
	}

	/** Whether a known value is in a text. */
	isIn(text: string): boolean {
		let found = false;
		this.replaceIn(text, (_, word) => {
			found = true;
			return word;
		});
		return found;
	}

	#longestAt(text: string, at: number): { length: number; value: ValueForm } | undefined {
		let longest: { length: number; value: ValueForm } | undefined;
		for (const word of this.#tree.wordsAt(text, at)) {
			if (isBoundary(text, at + word.length)) longest = word;
		}
		return longest;
	}
}

/** The texts that a value may come as, its letters of whatever case; a name without quotes and the like around it. */
export function writtenForms({ kind, key }: ValueForm, text: string): string[] {
	if (kind === 'number') return key.length === 10 ? [key, `1${key}`] : [key];
	const word = kind === 'name' ? text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '') : text;
	// As a quoted string and a URI have it; and in a frame that is not valid UTF-8, each octet is a character.
	const quoted = word.replace(/[\\"]/g, '\\$&');
	const octets = /[^\0-\x7f]/.test(word) ? textOfOctets(encodeUtf8(word)) : word;
	return [...new Set([word, quoted, octets, inPercent(word)])];
}

function isShortName({ kind }: ValueForm, word: string): boolean {
	return (kind === 'name' || kind === 'user') && /^[\p{L}]{3,}$/u.test(word) && !isVocabulary(word);
}

/** In lower case, and of the same length, which a few letters would change. */
function lowered(text: string): string {
	const lower = text.toLowerCase();
	return lower.length === text.length ? lower : text;
}
