import { markWords } from '../../ladder/mark-words.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Entry } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import { nameOf } from '../message/message-title.ts';

/** An entry that helps to prove something. */
export interface Evidence {
	seq: number;
	at: Instant;
	/** `INVITE 4711`, `401 Unauthorized`, `socket closed`. */
	name: string;
	/** Only a message can be selected. */
	message: boolean;
}

/** What is told of it: the first and the last entries, where there are many. */
export const SHOWN = 6;

/** The entries of those seqs that the trace has. */
export function evidenceOf(trace: OpenTrace, seqs: readonly number[]): Evidence[] {
	return seqs.flatMap((seq): Evidence[] => {
		const message = trace.analysis.messageAt(seq);
		if (message) return [{ seq, at: message.entry.at, name: nameOf(message), message: true }];
		const entry = entryAt(trace.entries, seq);
		if (entry === undefined || entry.kind === 'message') return [];
		return [{ seq, at: entry.at, name: markWords(entry)?.label ?? entry.kind, message: false }];
	});
}

/** Seqs have no gaps, but a trace that was cut may begin later. */
function entryAt(entries: readonly Entry[], seq: number): Entry | undefined {
	return entries[seq - (entries[0]?.seq ?? 0)];
}
