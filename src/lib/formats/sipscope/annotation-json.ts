import type { Annotation } from '../../trace/annotation.ts';

/** Among the lines of a file, what tells an annotation from an entry. */
export const ANNOTATION = 'annotation';

/** An annotation as a line of JSON: as it is, with members of later versions. */
export function printAnnotation(annotation: Annotation): string {
	return JSON.stringify(annotation);
}

export function printAnnotationLine(annotation: Annotation): string {
	return JSON.stringify({ kind: ANNOTATION, ...annotation });
}

/** The annotation in a value; `undefined` where it is none. Its `seq` is that of the entry in the file. */
export function annotationIn(value: Readonly<Record<string, unknown>>): Annotation | undefined {
	const { kind, seq, bookmarked = false, note = '', ...others } = value;
	void kind;
	if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return undefined;
	if (typeof bookmarked !== 'boolean' || typeof note !== 'string') return undefined;
	return { ...others, seq, bookmarked, note };
}
