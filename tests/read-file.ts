import { sourceOf } from '../src/lib/formats/bytes/byte-source.ts';
import { openFile } from '../src/lib/formats/open-file.ts';
import type { LeftOut, ReadEntry } from '../src/lib/formats/reading.ts';

/** All that a file holds, and what it was taken for. It comes in chunks of so many bytes. */
export async function readFile(content: Uint8Array | string, name = '', chunkSize = Infinity) {
	const source = sourceOf(content, name);
	const chunks = () => cut(source.chunks(), chunkSize);
	const { format, readings } = await openFile({ ...source, chunks });
	const entries: ReadEntry[] = [];
	const leftOut: Partial<Record<LeftOut, number>> = {};
	for await (const reading of readings()) {
		entries.push(...(reading.entries ?? []));
		if (reading.leftOut) leftOut[reading.leftOut.what] = reading.leftOut.count;
	}
	return { format: format.id, entries, leftOut };
}

async function* cut(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
	}
}
