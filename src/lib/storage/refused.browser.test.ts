import { describe, expect, it, vi } from 'vitest';
import { RefusingDatabase } from './testing/refusing-database.ts';
import { messages, newHeader, readAll, scratchDatabase, scratchWriter } from './testing/scratch.ts';

const FULL = new DOMException('No room.', 'QuotaExceededError');

describe('TraceWriter, where the browser has no more room', () => {
	it('keeps everything in memory, says why, and stores it when there is room again', async () => {
		const database = new RefusingDatabase(await scratchDatabase());
		const header = newHeader();
		const writer = scratchWriter(database, header, { firstRetry: 20 });
		const seen: string[] = [];
		writer.onstatus = (status) => seen.push(`${status} ${writer.failure?.reason ?? ''}`.trim());
		const losses: unknown[] = [];
		writer.onloss = (loss) => losses.push(loss);

		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		database.refusal = FULL;
		writer.append(messages(10, 3));
		await vi.waitFor(() => expect(writer.status).toBe('memory only'));
		writer.append(messages(1_500, 13));
		expect(writer.failure?.reason).toBe('quota');
		expect(await readAll(database, header.id)).toEqual(messages(3));

		database.refusal = undefined;
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		const all = [...messages(3), ...messages(10, 3), ...messages(1_500, 13)];
		expect(await readAll(database, header.id)).toEqual(all);
		expect(seen).toEqual([
			'storing',
			'stored',
			'storing',
			'memory only quota',
			'storing',
			'stored'
		]);
		expect(losses).toEqual([]);
	});

	it('tells how much was lost where even memory had no room', async () => {
		const database = new RefusingDatabase(await scratchDatabase());
		const header = newHeader();
		const writer = scratchWriter(database, header, { firstRetry: 20, mostWaiting: 12 });
		const losses: unknown[] = [];
		writer.onloss = (loss) => losses.push(loss);
		database.refusal = FULL;
		writer.append(messages(10, 0));
		writer.append(messages(5, 10));
		writer.append(messages(5, 15));
		await vi.waitFor(() => expect(writer.status).toBe('memory only'));
		expect(losses).toEqual([]);

		database.refusal = undefined;
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		expect(losses).toEqual([expect.objectContaining({ reason: 'storage', count: 8 })]);
		writer.append(messages(1, 20));
		await writer.close();
		const kept = [...messages(10, 0), ...messages(2, 10), ...messages(1, 20)];
		expect(await readAll(database, header.id)).toEqual(kept);
	});
});
