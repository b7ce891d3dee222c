import { textOf } from '../analysis/entry-text.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { LeakScan } from '../redaction/leak-scan.ts';
import { Redactor } from '../redaction/redactor.ts';
import { scanHead } from '../sip/head.ts';
import type { MessageEntry } from '../trace/entry.ts';
import { startsOf } from './export-source.ts';
import type { OpenTrace } from './open-trace.svelte.ts';

/** A message on its way to the clipboard, its private values replaced. */
export interface RedactedMessage extends Pick<SeenMessage, 'entry' | 'head'> {
	/** The pseudonym of the phone that saw it; `undefined` where the trace does not name it. */
	readonly phoneName: string | undefined;
	/** Whether nothing of the originals is left, neither in it nor in a text that was made of it. */
	isRedacted(text: string): boolean;
}

/** One a trace: what is copied at different times has the same pseudonyms. */
const redactors = new WeakMap<OpenTrace, Redactor>();

/** Redacts by what a message's call and the trace's phones tell of the people in it. */
export function redactedMessage({ entry, call }: SeenMessage, trace: OpenTrace): RedactedMessage {
	const redactor = redactorOf(trace);
	const starts = startsOf(trace);
	for (const start of starts) redactor.learn(start);
	for (const message of call?.messages ?? []) redactor.learn(message.entry);
	redactor.learn(entry);
	const redacted = redactor.entry(entry) as MessageEntry;
	const start = starts.findLast(({ phone }) => phone !== undefined && phone === entry.phone);
	const phone = start && redactor.entry(start);
	return {
		entry: redacted,
		head: scanHead(textOf(redacted)),
		phoneName: phone?.kind === 'phone' && phone.event === 'start' ? phone.name : undefined,
		isRedacted(text) {
			const scan = new LeakScan(redactor.originals);
			scan.feed(text);
			return scan.leaks.length === 0 && scan.leaksIn(redacted).length === 0;
		}
	};
}

function redactorOf(trace: OpenTrace): Redactor {
	const known = redactors.get(trace);
	if (known) return known;
	const redactor = new Redactor();
	redactors.set(trace, redactor);
	return redactor;
}
