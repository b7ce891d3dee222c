import type { LeftOut, ReadEntry } from '../src/lib/formats/reading.ts';
import type { LossEntry, MessageEntry, SocketEntry } from '../src/lib/trace/entry.ts';
import { readFile } from './read-file.ts';

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
	const { format, entries, leftOut } = await readFile(content, '', chunkSize);
	const messages = entries.filter((entry) => entry.kind === 'message');
	return {
		format,
		entries,
		messages,
		texts: messages.map(({ text = '' }) => text),
		sockets: entries.filter((entry) => entry.kind === 'socket'),
		losses: entries.filter((entry) => entry.kind === 'loss'),
		leftOut
	};
}
