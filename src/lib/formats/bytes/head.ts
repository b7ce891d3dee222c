import { joined } from './joined.ts';

/** As much of a file's beginning is looked at to find out what it is. */
const HEAD_LENGTH = 64 * 1024;

export interface Headed {
	/** The first bytes, up to `HEAD_LENGTH`; fewer where the file is shorter. */
	head: Uint8Array;
	/** All bytes, from the first one on. */
	chunks: AsyncIterable<Uint8Array>;
}

/** Reads the beginning of a file and keeps it for whoever reads the whole. */
export async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Headed> {
	const iterator = chunks[Symbol.asyncIterator]();
	const first: Uint8Array[] = [];
	for (let length = 0; length < HEAD_LENGTH;) {
		const next = await iterator.next();
		if (next.done) break;
		first.push(next.value);
		length += next.value.length;
	}
	return { head: joined(first).subarray(0, HEAD_LENGTH), chunks: replayed(first, iterator) };
}

async function* replayed(
	first: readonly Uint8Array[],
	rest: AsyncIterator<Uint8Array>
): AsyncGenerator<Uint8Array> {
	try {
		yield* first;
		for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
	} finally {
		await rest.return?.();
	}
}
