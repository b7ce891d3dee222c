import { sourceOf } from '../src/lib/formats/bytes/byte-source.ts';
import { openFile } from '../src/lib/formats/open-file.ts';
import type { LeftOut, ReadEntry } from '../src/lib/formats/reading.ts';

/** All that a file holds, and what it was taken for. */
export async function readFile(content: Uint8Array | string, name = '') {
	const { format, readings } = await openFile(sourceOf(content, name));
	const entries: ReadEntry[] = [];
	const leftOut: Partial<Record<LeftOut, number>> = {};
	for await (const reading of readings()) {
		entries.push(...(reading.entries ?? []));
		if (reading.leftOut) leftOut[reading.leftOut.what] = reading.leftOut.count;
	}
	return { format: format.id, entries, leftOut };
}
