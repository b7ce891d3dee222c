import { bytesOf } from '../formats/bytes/base64.ts';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';

/** The last entries of a trace, of which its page did not learn that they are stored. */
export interface Tail {
	header: TraceHeader;
	/** Entries before these have been stored; where the trace is gone now, it was deleted since. */
	begun: boolean;
	entries: readonly Entry[];
}

/** The first line of a tail's text; one line for each entry follows. */
export function printTailHead({ header, begun }: Omit<Tail, 'entries'>): string {
	return JSON.stringify({ header, begun });
}

/** The tail of a text; `undefined` where the text is none, since anyone may write to its place. */
export function parseTail(text: string): Tail | undefined {
	try {
		const [head = '', ...lines] = text.split('\n');
		const { header, begun } = JSON.parse(head) as Omit<Tail, 'entries'>;
		if (typeof header.id !== 'string') return undefined;
		return { header, begun, entries: lines.map(parseEntry) };
	} catch {
		// Not JSON, or not base64: no text of ours.
		return undefined;
	}
}

function parseEntry(line: string): Entry {
	const entry = JSON.parse(line) as Entry & { bytes?: string };
	if (typeof entry.seq !== 'number') throw new SyntaxError('an entry without its place');
	if (typeof entry.bytes !== 'string') return entry;
	const bytes = bytesOf(entry.bytes);
	if (bytes === undefined) throw new SyntaxError('bytes that are no base64');
	return { ...(entry as Entry), bytes } as Entry;
}
