import type { Analysis } from '../analysis/analysis.ts';
import type { Call } from '../analysis/calls/call.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import type { RowMaker, VainAt } from './drawn-rows.ts';
import { type FoldHead, hasOwnLine } from './fold.ts';
import { foldLine } from './fold-line.ts';
import type { Fold, Folds } from './folds.ts';
import type { Hidden } from './hidden.ts';
import type { Ends, Lanes } from './lanes.ts';
import type { Leg } from './leg.ts';
import { markWords } from './mark-words.ts';
import { MessageRung } from './message-rung.ts';
import { missingOf } from './missing.ts';
import { placeOf } from './place-of.ts';
import type { FoldLine, Mark, Missing, Rung } from './row.ts';
import type { Vain } from './waiting.ts';

/** Makes rows of what was seen, in the lanes that there are. */
export class SeenRows implements RowMaker {
	readonly entries: Entry[] = [];
	readonly folds: Folds;
	vain: VainAt[] = [];
	readonly #analysis: Analysis;
	readonly #lanes: Lanes;
	readonly #legs: ReadonlyMap<Call, number>;
	/** Seqs at the heads of folds that are open. */
	readonly #open: Set<number>;
	readonly #vainPlaces = new Map<SeenMessage, number>();

	constructor(
		analysis: Analysis,
		lanes: Lanes,
		folds: Folds,
		legs: readonly Leg[],
		open: Iterable<number> = []
	) {
		this.#analysis = analysis;
		this.#lanes = lanes;
		this.folds = folds;
		this.#legs = new Map(legs.map(({ call }, index) => [call, index]));
		this.#open = new Set(open);
	}

	/** Messages in folds that are closed. */
	get folded(): Hidden['folded'] {
		const folded = { ...this.folds.hidden };
		for (const id of this.#open) {
			const place = placeOf(this.entries, id);
			const fold = this.folds.at(place);
			if (fold?.head === place) folded[fold.kind] -= hiddenIn(fold);
		}
		return folded;
	}

	setOpen(id: number, open: boolean): void {
		if (open) this.#open.add(id);
		else this.#open.delete(id);
	}

	/** What was waited for in vain comes before the next entry. */
	missed(vain: Vain): void {
		this.vain.push({ ...vain, place: this.entries.length });
		this.#vainPlaces.set(vain.message, this.entries.length);
	}

	/** Where it was drawn as missing what comes after all; `undefined` where it was not. */
	answeredLate({ transaction }: SeenMessage): number | undefined {
		if (this.#vainPlaces.size === 0 || transaction === undefined) return undefined;
		const { request, final, cancels } = transaction;
		return [request, final, cancels?.request]
			.map((waiting) => waiting && this.#vainPlaces.get(waiting))
			.find((place) => place !== undefined);
	}

	/** Keeps of those from a place on what still counts. */
	cutVain(from: number, counts: (vain: Vain) => boolean): void {
		const kept = this.vain.findLastIndex(({ place }) => place < from) + 1;
		const late = this.vain.splice(kept);
		for (const one of late) {
			if (counts(one)) this.vain.push(one);
			else this.#vainPlaces.delete(one.message);
		}
	}

	isShown(entry: Entry): boolean {
		if (entry.kind === 'message') return this.#ends(this.#messageOf(entry)) !== undefined;
		const userAgent = this.#analysis.userAgentOf(entry);
		return userAgent === undefined || this.#lanes.ofPhone(userAgent) >= 0;
	}

	isOpen({ head }: Fold): boolean {
		return this.#open.size > 0 && this.#open.has(this.entries[head]?.seq ?? -1);
	}

	entry(place: number): Rung | Mark | undefined {
		const entry = this.entries[place];
		if (entry === undefined) return undefined;
		return entry.kind === 'message' ? this.#rung(entry, place) : this.#mark(entry);
	}

	line(fold: Fold): FoldLine | undefined {
		const [first, last] = [fold.head, fold.last].map((place) => this.#messageAt(place));
		const ends = this.#ends(first);
		if (first === undefined || last === undefined || ends === undefined) return undefined;
		return foldLine(this.#headOf(fold), ends, { first, last, exchanges: fold.exchanges });
	}

	missing(vain: Vain): Missing | undefined {
		const ends = this.#ends(vain.message);
		return ends && missingOf(vain, ends);
	}

	#rung(entry: MessageEntry, place: number): Rung | undefined {
		const message = this.#messageOf(entry);
		const ends = this.#ends(message);
		if (message === undefined || ends === undefined) return undefined;
		const { phone, server } = ends;
		const fold = this.folds.at(place);
		const isSent = entry.direction === 'sent';
		return new MessageRung(message, {
			from: isSent ? phone : server,
			to: isSent ? server : phone,
			leg: message.call ? (this.#legs.get(message.call) ?? -1) : -1,
			fold: fold?.head === place && !hasOwnLine(fold.kind) ? this.#headOf(fold) : undefined
		});
	}

	#mark(entry: Exclude<Entry, MessageEntry>): Mark | undefined {
		const words = markWords(entry);
		if (words === undefined) return undefined;
		const userAgent = this.#analysis.userAgentOf(entry);
		const lane = userAgent === undefined ? 0 : this.#lanes.ofPhone(userAgent);
		return { type: 'mark', seq: entry.seq, at: entry.at, lane, ...words, tone: entry.kind, entry };
	}

	#headOf(fold: Fold): FoldHead {
		const id = this.entries[fold.head]?.seq ?? -1;
		return { id, kind: fold.kind, open: this.isOpen(fold), count: hiddenIn(fold) };
	}

	#ends(message: SeenMessage | undefined): Ends | undefined {
		return message && this.#lanes.of(message);
	}

	#messageAt(place: number): SeenMessage | undefined {
		const entry = this.entries[place];
		return entry?.kind === 'message' ? this.#messageOf(entry) : undefined;
	}

	#messageOf({ seq }: MessageEntry): SeenMessage | undefined {
		return this.#analysis.messageAt(seq);
	}
}

/** Of the messages of a fold, those that have no row while it is closed. */
function hiddenIn({ count, kind }: Fold): number {
	return hasOwnLine(kind) ? count : count - 1;
}
