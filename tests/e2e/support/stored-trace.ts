import type { Page } from '@playwright/test';
import type { Entry } from '../../../src/lib/trace/entry.ts';
import type { Frame, WatchedSocket } from './wire-watch.ts';

/** An entry as it comes out of the page: bytes in hexadecimal. */
export type StoredEntry = Omit<Entry, 'bytes'> & {
	bytes?: string;
	text?: string;
	connection?: string;
	direction?: 'sent' | 'received';
	event?: string;
};

/**
 * Reads every stored entry of all traces straight from IndexedDB, in the order of its keys, without
 * any of the app's code.
 */
export async function storedEntries(page: Page): Promise<StoredEntry[]> {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('sipscope');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const pages = await new Promise<{ entries: { bytes?: Uint8Array }[] }[]>((resolve, reject) => {
			const request = database.transaction('pages').objectStore('pages').getAll();
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		database.close();
		const hex = (bytes: Uint8Array) =>
			Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
		return pages
			.flatMap((stored) => stored.entries)
			.map((entry) => (entry.bytes ? { ...entry, bytes: hex(entry.bytes) } : entry));
	}) as Promise<StoredEntry[]>;
}

/** The frames of each connection, as stored, in the order in which the connections were opened. */
export function storedSockets(entries: readonly StoredEntry[]): WatchedSocket[] {
	const sockets = new Map<string, WatchedSocket>();
	for (const entry of entries) {
		const connection = entry.connection ?? '';
		if (entry.kind === 'socket' && entry.event === 'connecting')
			sockets.set(connection, { url: (entry as unknown as { url: string }).url, frames: [] });
		if (entry.kind === 'message') sockets.get(connection)?.frames.push(frameOf(entry));
	}
	return [...sockets.values()];
}

function frameOf(entry: StoredEntry): Frame {
	const binary = entry.bytes !== undefined;
	return {
		direction: entry.direction ?? 'sent',
		data: entry.bytes ?? entry.text ?? '',
		binary
	};
}
