import type { Instant } from '../../trace/instant.ts';

/** A file's bytes, wherever they come from: a browser's File, a file of Node, standard input. */
export interface ByteSource {
	/** As it is called where it lies. It names the trace, and never decides what the file is. */
	readonly name: string;
	/** In bytes; absent where it shows only at the end. */
	readonly size?: number;
	/** When it was last written, where that is known: the date of what has none of its own. */
	readonly modifiedAt?: Instant;
	/** Can be asked for once. */
	chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory already: what was pasted, say. */
export function sourceOf(content: Uint8Array | string, name = ''): ByteSource {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
		async *chunks() {
			yield bytes;
		}
	};
}

/** The same bytes; how many of them have been read is told before each chunk is used. */
export function counted(source: ByteSource, onread: (bytes: number) => void): ByteSource {
	let read = 0;
	return {
		...source,
		async *chunks() {
			for await (const chunk of source.chunks()) {
				read += chunk.length;
				onread(read);
				yield chunk;
			}
		}
	};
}
