import type { Annotation } from '../trace/annotation.ts';
import { AnnotationStore } from './annotation-store.ts';
import type { Database } from './database.ts';

const PREFIX = 'sipscope.annotations.';

/**
 * Leaves what is not known to be stored for the next opening, synchronously: what a closing page begins
 * to write to IndexedDB is lost more often than not.
 */
export function leaveUnsaved(traceId: string, annotations: readonly Annotation[]): void {
	if (annotations.length === 0) return removeUnsaved(traceId);
	try {
		localStorage.setItem(PREFIX + traceId, JSON.stringify(annotations));
	} catch (error) {
		console.warn('Notes of the last moment could not be kept.', error);
	}
}

export function removeUnsaved(traceId: string): void {
	try {
		localStorage.removeItem(PREFIX + traceId);
	} catch {
		// Storage denied: then there is nothing to remove.
	}
}

/** Stores what closed pages left; those of a trace that is gone go with it. */
export async function recoverAnnotations(database: Database): Promise<void> {
	for (const [key, text] of unsavedTexts()) {
		const annotations = parseAnnotations(text);
		const settled =
			annotations === undefined || (await recover(database, key.slice(PREFIX.length), annotations));
		// The page may have come back from the browser's cache, and have left others.
		if (settled && localStorage.getItem(key) === text) localStorage.removeItem(key);
	}
}

/** Whether they are done with. */
async function recover(
	database: Database,
	traceId: string,
	annotations: readonly Annotation[]
): Promise<boolean> {
	try {
		await new AnnotationStore(database).save(traceId, annotations);
		return true;
	} catch {
		// Storage is full or was lost again; they wait for the next opening.
		return false;
	}
}

function unsavedTexts(): [key: string, text: string][] {
	try {
		return Object.entries<string>(localStorage).filter(([key]) => key.startsWith(PREFIX));
	} catch {
		// Storage denied: nothing could be left either.
		return [];
	}
}

/** `undefined` where the text is none of ours, since anyone may write to its place. */
function parseAnnotations(text: string): Annotation[] | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) && parsed.every(isAnnotation) ? parsed : undefined;
	} catch {
		// Not JSON: no text of ours.
		return undefined;
	}
}

function isAnnotation(value: unknown): value is Annotation {
	const { seq, bookmarked, note } = (value ?? {}) as Partial<Record<keyof Annotation, unknown>>;
	return typeof seq === 'number' && typeof bookmarked === 'boolean' && typeof note === 'string';
}
