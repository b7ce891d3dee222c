import type { DBSchema } from 'idb';
import type { Annotation } from '../trace/annotation.ts';
import type { Entry } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { TraceHeader } from '../trace/trace.ts';

export const DATABASE_NAME = 'sipscope';
export const SCHEMA_VERSION = 3;

/** The most entries of one page: a record this long is stored and read fastest. */
export const PAGE_LENGTH = 1_000;

/** What the store `traces` holds: a header, and what has been counted of the trace's stored entries. */
export interface StoredTrace extends TraceHeader {
	entryCount: number;
	messageCount: number;
	/** Bytes of the messages, as they were on the wire. */
	byteCount: number;
	firstAt?: Instant;
	lastAt?: Instant;
	/** `seq` of the last stored entry: what is not after it has been stored before. */
	lastSeq: number;
	updatedAt: Instant;
}

/** Consecutive entries of one trace. */
export interface Page {
	traceId: string;
	firstSeq: number;
	entries: Entry[];
}

/** What a person added to one entry of a trace. */
export interface StoredAnnotation extends Annotation {
	traceId: string;
}

/** Anything with an id: this room does not know what a phone is. */
export interface StoredProfile {
	id: string;
}

/** A filter that a person gave a name. */
export interface SavedFilter {
	id: string;
	name: string;
	/** In the filter language. */
	text: string;
}

export interface Schema extends DBSchema {
	traces: { key: string; value: StoredTrace };
	pages: { key: [traceId: string, firstSeq: number]; value: Page };
	profiles: { key: string; value: StoredProfile };
	annotations: { key: [traceId: string, seq: number]; value: StoredAnnotation };
	filters: { key: string; value: SavedFilter };
}

/** The keys of all pages of a trace whose first entry is at `fromSeq` or later. */
export function pagesOf(traceId: string, fromSeq = 0): IDBKeyRange {
	return IDBKeyRange.bound([traceId, fromSeq], [traceId, Infinity]);
}

/** The keys of all annotations of a trace. */
export function annotationsOf(traceId: string): IDBKeyRange {
	return IDBKeyRange.bound([traceId, -Infinity], [traceId, Infinity]);
}
