import type { Annotation } from '../../trace/annotation.ts';

/** What screen readers say of it: `bookmarked, note: why 60?`. */
export function annotationWords({ bookmarked, note }: Annotation): string {
	const words = [bookmarked && 'bookmarked', note !== '' && `note: ${firstLine(note)}`];
	return words.filter(Boolean).join(', ');
}

/** The first line with something in it. */
export function firstLine(note: string): string {
	return note.trim().split(/\r?\n/, 1)[0]?.trimEnd() ?? '';
}
