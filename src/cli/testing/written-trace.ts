import { traceHeader } from '../../../tests/trace-header.ts';
import { sipscopeJson } from '../../lib/formats/sipscope/sipscope-json.ts';
import type { Entry } from '../../lib/trace/entry.ts';

/** A trace as Sipscope writes it, all of it. */
export async function writtenTrace(entries: readonly Entry[], name = 'Trace'): Promise<string> {
	const pieces: string[] = [];
	const written = sipscopeJson.writer?.write({
		header: traceHeader({ name }),
		annotations: [],
		async *batches() {
			yield entries;
		}
	});
	for await (const piece of written ?? []) pieces.push(String(piece));
	return pieces.join('');
}
