import { type Letters, lettersOf } from './grammar/character.ts';

/** The fields that a head is made of, with all names that they go by. */
const FIELDS = {
	callId: ['call-id', 'i'],
	cseq: ['cseq'],
	from: ['from', 'f'],
	to: ['to', 't'],
	via: ['via', 'v'],
	contact: ['contact', 'm'],
	expires: ['expires'],
	contentType: ['content-type', 'c'],
	credentials: ['authorization', 'proxy-authorization']
} as const;

export type HeadField = keyof typeof FIELDS;

/** A name to look for. */
export interface FieldName {
	readonly field: HeadField;
	/** One bit, the same for all names of the field. */
	readonly bit: number;
	readonly letters: Letters;
	/** Another that begins with the same two letters. */
	readonly next: FieldName | undefined;
}

/** The first of the names that the field at `at` may have. */
export function firstNameAt(text: string, at: number): FieldName | undefined {
	if (at + 1 >= text.length) return undefined;
	return BY_LETTERS[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))];
}

/** The bits of a letter's code that are the same in both cases. */
const LETTER_BITS = 0x1f;

function placeOf(first: number, second: number): number {
	return ((first & LETTER_BITS) << 5) | (second & LETTER_BITS);
}

const BY_LETTERS: readonly (FieldName | undefined)[] = Array.from({ length: 1024 }, (_, place) =>
	Object.entries(FIELDS)
		.flatMap(([field, names], index) => names.map((name) => ({ field, index, name })))
		.reduceRight<FieldName | undefined>((next, { field, index, name }) => {
			const letters = lettersOf(name);
			const [first = 0, second = place] = letters;
			if (placeOf(first, second) !== place) return next;
			return { field: field as HeadField, bit: 1 << index, letters, next };
		}, undefined)
);
