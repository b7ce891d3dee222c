import type { TraceFormat, TraceToWrite } from '../src/lib/formats/format.ts';
import type { Annotation } from '../src/lib/trace/annotation.ts';
import type { Entry } from '../src/lib/trace/entry.ts';
import { traceHeader } from './trace-header.ts';

/** Entries as a writer gets them, a few at a time. */
export function traceToWrite(
	entries: readonly Entry[],
	annotations: readonly Annotation[] = [],
	name = 'A trace'
): TraceToWrite {
	async function* batches() {
		for (let at = 0; at < entries.length; at += 7) yield entries.slice(at, at + 7);
	}
	return { header: traceHeader({ name }), annotations, batches };
}

/** A whole file as text. */
export async function written(format: TraceFormat, trace: TraceToWrite): Promise<string> {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writtenBytes(format, trace));
}

/** A whole file. */
export async function writtenBytes(
	{ writer }: TraceFormat,
	trace: TraceToWrite
): Promise<Uint8Array> {
	if (writer === undefined) throw new Error('The format is only read.');
	const pieces: Uint8Array[] = [];
	for await (const piece of writer.write(trace)) {
		pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
	}
	return Buffer.concat(pieces);
}
