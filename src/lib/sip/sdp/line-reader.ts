import type { SdpProblemCode } from './problem.ts';
import type { Section } from './section.ts';

/** What came of a line: only of what is used does the section tell. */
export type Outcome = 'used' | 'kept' | 'malformed' | 'repeated';

/** Which part of a description a line is for. */
export type Level = 'session' | 'media';

export const SESSION: readonly Level[] = ['session'];
export const MEDIA: readonly Level[] = ['media'];
export const BOTH: readonly Level[] = ['session', 'media'];

/** How a field or an attribute is read. */
export interface LineReader {
	levels: readonly Level[];
	/** Takes what is after the equals sign, or an attribute's colon: `undefined` where there is none. */
	read: (section: Section, value: string | undefined) => Outcome;
	/** Whether a value that is of use also keeps to the grammar. */
	isSound: (value: string) => boolean;
	/** Of the problem where it does not. */
	code: SdpProblemCode;
	/** The rule that is broken then. */
	source: string;
}

/** Keeps the first value: what is said again changes nothing. */
export function once<Key extends keyof Section>(
	section: Section,
	key: Key,
	value: Section[Key]
): Outcome {
	if (section[key] !== undefined) return 'repeated';
	section[key] = value;
	return 'used';
}

/** Reads what a section has once. */
export function single<Key extends keyof Section>(
	key: Key,
	parse: (value: string) => Section[Key] | undefined
): LineReader['read'] {
	return (section, value) => {
		const parsed = value === undefined ? undefined : parse(value);
		return parsed === undefined ? 'malformed' : once(section, key, parsed);
	};
}

/** Reads what a section may have many times. */
export function each<Key extends 'groups' | 'candidates' | 'fingerprints' | 'bandwidth'>(
	key: Key,
	parse: (value: string) => Section[Key][number] | undefined
): LineReader['read'] {
	return (section, value) => {
		const parsed = value === undefined ? undefined : parse(value);
		if (parsed === undefined) return 'malformed';
		(section[key] as Section[Key][number][]).push(parsed);
		return 'used';
	};
}
