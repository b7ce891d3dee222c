import { FormatError } from '../format-error.ts';

/** The first bytes of a gzip file (RFC 1952 §2.3.1). */
const MAGIC = [0x1f, 0x8b, 0x08] as const;

/** A log of one message repeated for ever shrinks to a hundredth; what shrinks more was made to. */
const MOST_GROWTH = 300;
/** So many bytes may come out of however few. */
const HARMLESS = 64 * 1024 * 1024;

export function isGzip(head: Uint8Array): boolean {
	return MAGIC.every((byte, at) => head[at] === byte);
}

/**
 * Unpacks a gzip file as it is read.
 *
 * @throws FormatError `gzip-damaged` after all that could be unpacked, and `gzip-bomb`.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let read = 0;
	let written = 0;
	const reader = streamOf(packed, (length) => (read += length))
		.pipeThrough(new DecompressionStream('gzip'))
		.getReader();
	try {
		while (true) {
			const { done, value } = await reader.read().catch(refuse);
			if (done) return;
			written += value.length;
			if (written > HARMLESS && written > read * MOST_GROWTH) throw new FormatError('gzip-bomb');
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

function refuse(cause: unknown): never {
	throw cause instanceof FormatError ? cause : new FormatError('gzip-damaged');
}

function streamOf(
	chunks: AsyncIterable<Uint8Array>,
	onread: (length: number) => void
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const iterator = chunks[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const next = await iterator.next();
			if (next.done) return controller.close();
			onread(next.value.length);
			controller.enqueue(new Uint8Array(next.value));
		},
		async cancel() {
			await iterator.return?.();
		}
	});
}
