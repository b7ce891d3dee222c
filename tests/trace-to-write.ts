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
export async function written({ writer }: TraceFormat, trace: TraceToWrite): Promise<string> {
	if (writer === undefined) throw new Error('The format is only read.');
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let text = '';
	for await (const piece of writer.write(trace)) {
		const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
		text += decoder.decode(bytes, { stream: true });
	}
	return text + decoder.decode();
}
