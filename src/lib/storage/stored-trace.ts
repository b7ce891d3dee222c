import type { Entry } from '../trace/entry.ts';
import { MILLISECOND, type Instant } from '../trace/instant.ts';
import type { TraceHeader } from '../trace/trace.ts';
import type { StoredTrace } from './schema.ts';

const utf8 = new TextEncoder();

/** A trace of which nothing is stored yet. */
export function beginTrace(header: TraceHeader): StoredTrace {
	return {
		...header,
		entryCount: 0,
		messageCount: 0,
		byteCount: 0,
		lastSeq: -1,
		updatedAt: header.createdAt
	};
}

/** The trace with `entries` counted in; they follow what was counted before. */
export function countEntries(trace: StoredTrace, entries: readonly Entry[]): StoredTrace {
	const counted = { ...trace, updatedAt: wallClock() };
	for (const entry of entries) {
		counted.entryCount++;
		counted.firstAt ??= entry.at;
		counted.lastAt = entry.at;
		counted.lastSeq = entry.seq;
		if (entry.kind !== 'message') continue;
		counted.messageCount++;
		counted.byteCount += (entry.bytes ?? utf8.encode(entry.text)).byteLength;
	}
	return counted;
}

/** The time on the system's clock, which all tabs share. */
export function wallClock(): Instant {
	return Date.now() * MILLISECOND;
}
