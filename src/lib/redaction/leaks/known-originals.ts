import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import type { Replacement } from '../pseudonyms/pseudonyms.ts';
import { isTelling } from '../pseudonyms/vocabulary.ts';
import { ByteAutomaton } from './byte-automaton.ts';
import { originalAsWritten } from './written-as.ts';

interface Written {
	readonly bytes: Uint8Array;
	readonly replacement: Replacement;
}

/** So many bytes at the end of an original are looked for; if they are there, those before are compared. */
const LONGEST_END = 16;

/** What is looked for: each original in all the ways in which it may be written. */
export class KnownOriginals {
	readonly automaton: ByteAutomaton;
	/** Of the longest, in bytes. */
	readonly longest: number;
	/** By the place of their end among the words of the automaton. */
	readonly #byEnd: Written[][] = [];

	constructor(replacements: Iterable<Replacement>) {
		const places = new Map<string, number>();
		const ends: Uint8Array[] = [];
		let longest = 0;
		for (const written of allWritten(replacements)) {
			const end = written.bytes.slice(-LONGEST_END);
			const key = String.fromCharCode(...end);
			let place = places.get(key);
			if (place === undefined) {
				places.set(key, (place = ends.length));
				ends.push(end);
				this.#byEnd.push([]);
			}
			this.#byEnd[place]?.push(written);
			longest = Math.max(longest, written.bytes.length);
		}
		this.automaton = new ByteAutomaton(ends);
		this.longest = longest;
	}

	/** The originals whose ends are those at a state of the automaton. */
	*endingAt(state: number): Generator<Written> {
		for (const place of this.automaton.wordsAt(state)) yield* this.#byEnd[place] ?? [];
	}
}

function* allWritten(replacements: Iterable<Replacement>): Generator<Written> {
	const seen = new Set<string>();
	for (const replacement of replacements) {
		for (const text of originalAsWritten(replacement)) {
			const lower = asciiLowered(text);
			if (!isTelling(text) || seen.has(lower)) continue;
			seen.add(lower);
			yield { bytes: encodeUtf8(lower), replacement };
		}
	}
}

function asciiLowered(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A byte in the case in which originals are looked for. */
export function loweredByte(byte: number): number {
	return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
