/** What the process ends with: for scripts, and told in docs/command-line.md. */
export const EXIT = {
	/** All went well; also where nothing was found, or nobody reads on. */
	done: 0,
	/** Something that nobody expected, such as a disk that is full. */
	failed: 1,
	/** The command, an option or a filter is wrong. */
	usage: 2,
	/** The file is not there, is of no format that is known, or holds no message, or no call where one is to be played. */
	unreadable: 3,
	/** The file could be read in part, and that part was used. */
	partial: 4,
	/** Redaction left something in what was to be written, so it was not. */
	leaking: 5
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that is expected, in words for people. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
	readonly code: ExitCode;

	constructor(code: ExitCode, words: string) {
		super(words);
		this.code = code;
	}
}
