import { printEntry } from '../formats/sipscope/entry-json.ts';
import type { Entry, LossEntry } from '../trace/entry.ts';
import { appendEntries } from './append-entries.ts';
import type { Database } from './database.ts';
import { parseTail, printTailHead, type Tail } from './tail-text.ts';

const PREFIX = 'sipscope.tail.';

/** Characters beyond which no browser's `localStorage` takes a text (5 MiB, or 10 MiB of UTF-16). */
const LONGEST_TAIL = 5 * 1024 * 1024;

/**
 * Leaves the entries that are not known to be stored for the next opening, synchronously, since what
 * a closing page begins to write to IndexedDB is lost more often than not. Where they do not all fit,
 * the earliest stay, and a loss entry stands for the rest.
 */
export function leaveTail(tail: Tail): void {
	removeTail(tail.header.id);
	if (tail.entries.length === 0) return;
	const head = printTailHead(tail);
	const lines = printWhileShort(tail.entries);
	const fits = (count: number): boolean => {
		const rest = lossOf(tail.entries.slice(count)).map(printEntry);
		return put(tail.header.id, [head, ...lines.slice(0, count), ...rest].join('\n'));
	};
	if (fits(lines.length)) return;
	const count = longestThat(fits, lines.length);
	if (count >= 0) fits(count);
}

export function removeTail(traceId: string): void {
	tailStorage()?.removeItem(PREFIX + traceId);
}

/**
 * Stores what closed pages left. Entries whose transaction had completed after all are not stored
 * again, and two tabs may recover the same tail at once.
 */
export async function recoverTails(database: Database): Promise<void> {
	const storage = tailStorage();
	if (!storage) return;
	for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
		const text = storage.getItem(key) ?? '';
		const tail = parseTail(text);
		const settled = tail === undefined || (await recover(database, tail));
		// The page may have come back from the browser's cache, and have left another one.
		if (settled && storage.getItem(key) === text) storage.removeItem(key);
	}
}

/** Whether the tail is done with. */
async function recover(database: Database, { header, begun, entries }: Tail): Promise<boolean> {
	try {
		await appendEntries(database, begun ? { id: header.id } : header, entries);
		return true;
	} catch {
		// Storage is full or was lost again; the tail waits for the next opening.
		return false;
	}
}

function printWhileShort(entries: readonly Entry[]): string[] {
	const lines: string[] = [];
	let length = 0;
	for (const entry of entries) {
		const line = printEntry(entry);
		length += line.length + 1;
		if (length > LONGEST_TAIL) break;
		lines.push(line);
	}
	return lines;
}

/** What stands for entries that could not be kept: one loss, in the place of the last of them. */
function lossOf(entries: readonly Entry[]): LossEntry[] {
	const last = entries.at(-1);
	if (!last) return [];
	const { seq, at } = last;
	return [{ kind: 'loss', reason: 'interrupted', seq, at, count: entries.length }];
}

/** The greatest count below `tooMany` that fits, by bisection; -1 where not even none does. */
function longestThat(fits: (count: number) => boolean, tooMany: number): number {
	let most = -1;
	while (tooMany - most > 1) {
		const middle = Math.floor((most + tooMany) / 2);
		if (fits(middle)) most = middle;
		else tooMany = middle;
	}
	return most;
}

function put(traceId: string, text: string): boolean {
	try {
		tailStorage()?.setItem(PREFIX + traceId, text);
		return true;
	} catch {
		// QuotaExceededError is the only way to learn how much fits.
		return false;
	}
}

/** `undefined` where the browser denies it: then a closed page's last moment is lost. */
function tailStorage(): Storage | undefined {
	try {
		return globalThis.localStorage;
	} catch {
		return undefined;
	}
}
