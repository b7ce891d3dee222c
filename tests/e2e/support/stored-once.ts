import { expect, type Page } from '@playwright/test';
import type { EdgeSocket, EdgeWatch } from './edge-watch.ts';
import { storedEntries, storedSockets } from './stored-trace.ts';
import { sightsOf } from './tab-times.ts';
import type { WatchedSocket } from './wire-watch.ts';

/**
 * Holds what is stored against what the edge saw, socket by socket and each way: all that a tab sent,
 * and of what it was sent all that it lived to see. The numbers have no gap and no repetition.
 */
export async function expectNothingLost(page: Page, edge: EdgeWatch): Promise<void> {
	await expect
		.poll(async () => storedSockets(await storedEntries(page)).length)
		.toBe(edge.sockets.length);
	const entries = await storedEntries(page);
	expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index));
	const sights = await sightsOf(page);
	for (const [index, stored] of storedSockets(entries).entries()) {
		const sent = framesOf(stored, 'sent');
		const received = framesOf(stored, 'received');
		expect(sent).toEqual(framesOf(edge.sockets[index], 'sent'));
		expect(received).toEqual(framesOf(edge.sockets[index], 'received').slice(0, received.length));
		const seen = sights.find(({ first }) => first === received[0])?.count ?? 0;
		expect(received.length).toBeGreaterThanOrEqual(seen);
	}
}

function framesOf(
	socket: WatchedSocket | EdgeSocket | undefined,
	direction: 'sent' | 'received'
): string[] {
	const frames = socket?.frames.filter((frame) => frame.direction === direction) ?? [];
	return frames.map(({ data }) => data);
}
