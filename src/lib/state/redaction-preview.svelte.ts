import { type Replacement, Redactor } from '../redaction/redactor.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import type { ExportSource } from './export-source.ts';
import { paced } from './paced.ts';

/** As many entries show what redaction does; a whole large trace would keep one waiting. */
const MOST_ENTRIES = 5_000;

/** A message before redaction, and after it. */
export interface RedactedPair {
	readonly before: MessageEntry;
	readonly after: MessageEntry;
}

/** What redaction will change in what is to be exported, as far as its beginning shows. */
export class RedactionPreview {
	/** In the order in which they were met. */
	replacements = $state.raw<readonly Replacement[]>([]);
	pair = $state.raw<RedactedPair>();
	ready = $state(false);
	/** Why there is none, in words. */
	failure = $state<string>();
	/** The export goes on behind what has been looked at. */
	readonly partial: boolean;
	readonly #source: ExportSource;
	/** Of the message that is to be shown, where it is among them. */
	readonly #wanted: number | undefined;
	#stopped = false;

	constructor(source: ExportSource, wanted: number | undefined) {
		this.#source = source;
		this.#wanted = wanted;
		this.partial = source.entryCount > MOST_ENTRIES;
	}

	/** Never rejects. */
	async run(): Promise<void> {
		try {
			await this.#look();
		} catch (thrown) {
			this.failure = thrown instanceof Error ? thrown.message : String(thrown);
		}
	}

	/** Nobody looks any more. */
	stop(): void {
		this.#stopped = true;
	}

	async #look(): Promise<void> {
		const redactor = new Redactor();
		const { context, header, annotations } = this.#source;
		for (const entry of context) redactor.learn(entry);
		const shown = await this.#learn(redactor);
		if (this.#stopped) return;
		redactor.learnHeader(header);
		for (const annotation of annotations) redactor.learnAnnotation(annotation);
		const after = shown && redactor.entry(shown);
		this.replacements = [...redactor.originals];
		if (after?.kind === 'message' && shown) this.pair = { before: shown, after };
		this.ready = true;
	}

	/** @returns the message to show: the wanted one, else the first INVITE, else the first. */
	async #learn(redactor: Redactor): Promise<MessageEntry | undefined> {
		let count = 0;
		const shown: Partial<Record<'wanted' | 'invite' | 'first', MessageEntry>> = {};
		for await (const batch of paced(this.#source.batches())) {
			for (const entry of batch) {
				redactor.learn(entry);
				if (entry.kind !== 'message') continue;
				shown.first ??= entry;
				if (isInvite(entry)) shown.invite ??= entry;
				if (entry.seq === this.#wanted) shown.wanted = entry;
			}
			count += batch.length;
			if (this.#stopped || count >= MOST_ENTRIES) break;
		}
		return shown.wanted ?? shown.invite ?? shown.first;
	}
}

/** One with credentials has the most to hide. */
function isInvite({ text }: Entry & { text?: string }): boolean {
	return text?.startsWith('INVITE ') === true && /^(Proxy-)?Authorization:/im.test(text);
}
