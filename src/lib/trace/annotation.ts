/** What a person added to an entry. It is kept beside the trace, never in it: the trace is evidence. */
export interface Annotation {
	/** Of the entry. */
	readonly seq: number;
	readonly bookmarked: boolean;
	/** Text as it was typed, of any number of lines; `''` where there is no note. */
	readonly note: string;
}

/** Nothing is left of it that would be worth keeping. */
export function isBlankAnnotation({ bookmarked, note }: Annotation): boolean {
	return !bookmarked && note === '';
}
