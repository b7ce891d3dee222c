import { expect, type Page } from '@playwright/test';
import type { EdgeSocket, EdgeWatch } from './edge-watch.ts';
import { storedEntries, storedSockets, type StoredEntry } from './stored-trace.ts';
import { sightsOf } from './tab-times.ts';
import type { WatchedSocket } from './wire-watch.ts';

/**
 * Holds what is stored against what the edge saw, socket by socket and each way: all that a tab sent,
 * and of what it was sent all that it lived to see. The numbers have no gap and no repetition.
 */
export async function expectNothingLost(page: Page, edge: EdgeWatch): Promise<void> {
	const seen = edge.sockets.filter((socket) => framesOf(socket, 'sent').length > 0);
	await expect.poll(async () => pairsOf(seen, await storedEntries(page)).length).toBe(seen.length);
	const entries = await storedEntries(page);
	expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index));
	const sights = await sightsOf(page);
	for (const [socket, stored] of pairsOf(seen, entries)) {
		const sent = framesOf(stored, 'sent');
		const received = framesOf(stored, 'received');
		const left = framesOf(socket, 'sent');
		// What is told before it is sent may be told and never leave, where the tab ends in between.
		expect(sent.slice(0, left.length)).toEqual(left);
		expect(new Set(sent).size).toBe(sent.length);
		expect(received).toEqual(framesOf(socket, 'received').slice(0, received.length));
		const sight = sights.find(({ first }) => first === received[0])?.count ?? 0;
		expect(received.length).toBeGreaterThanOrEqual(sight);
	}
}

/** Sockets of the edge with what is stored of them: no two begin with the same frame. */
function pairsOf(
	sockets: readonly EdgeSocket[],
	entries: readonly StoredEntry[]
): [EdgeSocket, WatchedSocket][] {
	const stored = new Map(
		storedSockets(entries).map((socket) => [framesOf(socket, 'sent')[0], socket])
	);
	return sockets.flatMap((socket): [EdgeSocket, WatchedSocket][] => {
		const found = stored.get(framesOf(socket, 'sent')[0]);
		return found ? [[socket, found]] : [];
	});
}

function framesOf(socket: WatchedSocket | EdgeSocket, direction: 'sent' | 'received'): string[] {
	return socket.frames.filter((frame) => frame.direction === direction).map(({ data }) => data);
}
