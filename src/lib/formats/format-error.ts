/** Why a file, or the rest of it, cannot be read; or why a trace cannot be written as one. */
export type FormatErrorCode =
	| 'unknown-format'
	| 'empty'
	| 'gzip-damaged'
	| 'gzip-bomb'
	| 'json-malformed'
	| 'json-too-deep'
	| 'value-too-long'
	| 'line-too-long'
	| 'newer-version'
	| 'no-call';

const WORDS: Readonly<Record<FormatErrorCode, string>> = {
	'unknown-format': 'This is no file that Sipscope knows.',
	empty: 'The file is empty.',
	'gzip-damaged': 'The packed file is damaged: it cannot be unpacked any further.',
	'gzip-bomb': 'The packed file grows without end when it is unpacked.',
	'json-malformed': 'This is not valid JSON.',
	'json-too-deep': 'The JSON is nested deeper than any trace is.',
	'value-too-long': 'One value is longer than any message could be.',
	'line-too-long': 'One line is longer than any message could be.',
	'newer-version': 'The trace was written by a newer Sipscope.',
	'no-call': 'The trace has no call that could be played: none is there from its INVITE on.'
};

/** An expected failure: the file, or the trace, is to blame, and a person is told. */
export class FormatError extends Error {
	override readonly name = 'FormatError';
	readonly code: FormatErrorCode;
	/** Where in the file, as far as it is known: `line 12`, `byte 4711`. */
	readonly place: string | undefined;

	constructor(code: FormatErrorCode, place?: string) {
		super(place === undefined ? WORDS[code] : `${WORDS[code]} (${place})`);
		this.code = code;
		this.place = place;
	}
}
