import { sourceOf } from '../src/lib/formats/bytes/byte-source.ts';
import { openFile } from '../src/lib/formats/open-file.ts';
import type { LeftOut, ReadEntry } from '../src/lib/formats/reading.ts';
import type { MessageEntry, SocketEntry, LossEntry } from '../src/lib/trace/entry.ts';

type Read<E> = Omit<E, 'seq'>;

/** All that a file holds, sorted by kind. */
export interface ReadTrace {
	readonly format: string;
	readonly entries: readonly ReadEntry[];
	readonly messages: readonly Read<MessageEntry>[];
	/** Their texts; that of bytes is `''`. */
	readonly texts: readonly string[];
	readonly sockets: readonly Read<SocketEntry>[];
	readonly losses: readonly Read<LossEntry>[];
	readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** Opens a file as people would, in chunks of so many bytes. */
export async function readTrace(
	content: Uint8Array | string,
	chunkSize = Infinity
): Promise<ReadTrace> {
	const source = sourceOf(content);
	const { format, readings } = await openFile({
		...source,
		chunks: () => cut(source.chunks(), chunkSize)
	});
	const entries: ReadEntry[] = [];
	const leftOut: Partial<Record<LeftOut, number>> = {};
	for await (const reading of readings()) {
		entries.push(...(reading.entries ?? []));
		if (reading.leftOut) leftOut[reading.leftOut.what] = reading.leftOut.count;
	}
	const messages = entries.filter((entry) => entry.kind === 'message');
	return {
		format: format.id,
		entries,
		messages,
		texts: messages.map(({ text = '' }) => text),
		sockets: entries.filter((entry) => entry.kind === 'socket'),
		losses: entries.filter((entry) => entry.kind === 'loss'),
		leftOut
	};
}

async function* cut(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
	}
}
