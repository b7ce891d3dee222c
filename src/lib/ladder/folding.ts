import type { SeenMessage } from '../analysis/seen-message.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import type { FoldKind } from './fold.ts';
import { type Fold, Folds } from './folds.ts';
import { begins, isChallengeRound, isQuiet, type Noise, noiseOf } from './noise.ts';

/**
 * As many places are gone back when a message makes something else of earlier ones; what is farther away
 * stays as it is. So every message costs the same.
 */
const LOOK_BACK = 256;

/** One line of each kind of noise. */
type Lines = Partial<Record<Noise['kind'], Fold>>;

/** Where a message is in the order of what was laid out; -1 where it is not among it. */
export type FindPlace = (message: SeenMessage) => number;

/**
 * Decides, message by message, which are folded: noise of one phone, to one line as long as that phone
 * has nothing else to tell; a challenge with its answer, behind the request; repetitions, behind what
 * they repeat.
 */
export class Folding {
	readonly folds = new Folds();
	readonly #kinds: ReadonlySet<FoldKind>;
	readonly #placeOf: FindPlace;
	/** The lines of noise that go on, of each phone. */
	readonly #lines = new Map<UserAgent, Lines>();
	/** Those that have ended, in the order of the places that ended them. */
	readonly #ended: { by: number; userAgent: UserAgent; lines: Lines }[] = [];
	/** Exchanges that nobody answered: no noise any more. */
	readonly #troubled = new Set<object>();

	constructor(kinds: Iterable<FoldKind>, placeOf: FindPlace) {
		this.#kinds = new Set(kinds);
		this.#placeOf = placeOf;
	}

	/**
	 * The place from which all is to be laid out again, because a message that comes next makes something
	 * else of what is there; `undefined` where it does not.
	 */
	revisedBy(message: SeenMessage): number | undefined {
		const { transaction } = message;
		const challenged = transaction?.request === message ? transaction.challengedBy : undefined;
		if (challenged?.request && this.#kinds.has('challenge') && isChallengeRound(challenged)) {
			const place = this.#placeOf(challenged.request);
			const kind = this.folds.at(place)?.kind ?? 'retransmission';
			return kind === 'retransmission' ? this.within(place) : undefined;
		}
		const noise = this.#noiseOf(message);
		return noise && !isQuiet(noise) ? this.#foldedSince(noise) : undefined;
	}

	/** A request got no answer: where it was noise, it is none. As `revisedBy`. */
	giveUp(request: SeenMessage): number | undefined {
		const noise = this.#noiseOf(request);
		if (noise?.exchange === undefined) return undefined;
		this.#troubled.add(noise.exchange);
		return this.#foldedSince(noise);
	}

	/** A place, where it is near enough to go back to. */
	within(place: number): number | undefined {
		return place >= 0 && this.folds.length - place <= LOOK_BACK ? place : undefined;
	}

	/** It got one after all. */
	forgive(message: SeenMessage): void {
		const exchange = noiseOf(message)?.exchange;
		if (exchange) this.#troubled.delete(exchange);
	}

	/** Takes the next message. */
	take(message: SeenMessage): void {
		if (this.#repeats(message) || this.#isNoise(message) || this.#isChallenge(message)) return;
		this.interrupt(message.userAgent);
	}

	/** Takes the next place, where there is something else: of a phone, or of all of them. */
	interrupt(userAgent: UserAgent | undefined): void {
		for (const one of userAgent ? [userAgent] : [...this.#lines.keys()]) this.#endLines(one);
		this.folds.leaveOut();
	}

	/** Forgets the places from one on. */
	cut(from: number): void {
		this.folds.cut(from);
		for (const [userAgent, lines] of this.#lines) this.#keep(userAgent, lines, from);
		for (let last = this.#ended.at(-1); last && last.by >= from; last = this.#ended.at(-1)) {
			this.#ended.pop();
			this.#keep(last.userAgent, last.lines, from);
		}
	}

	/** The next place is a row of its own. */
	#endLines(userAgent: UserAgent): void {
		const lines = this.#lines.get(userAgent);
		if (lines === undefined) return;
		this.#ended.push({ by: this.folds.length, userAgent, lines });
		this.#lines.delete(userAgent);
	}

	/** Of the lines that a phone had, those that began before a place go on. */
	#keep(userAgent: UserAgent, lines: Lines, from: number): void {
		const kept = Object.entries(lines).filter(([, fold]) => fold.head < from);
		if (kept.length > 0) this.#lines.set(userAgent, Object.fromEntries(kept));
		else this.#lines.delete(userAgent);
	}

	#noiseOf(message: SeenMessage): Noise | undefined {
		const noise = noiseOf(message);
		if (noise === undefined || !this.#kinds.has(noise.kind)) return undefined;
		return noise.exchange && this.#troubled.has(noise.exchange) ? undefined : noise;
	}

	#isNoise(message: SeenMessage): boolean {
		const noise = this.#noiseOf(message);
		if (noise === undefined || !isQuiet(noise)) return false;
		const { userAgent } = message;
		const lines = this.#lines.get(userAgent) ?? {};
		const line = lines[noise.kind];
		if (line) this.folds.join(line, begins(message, noise));
		else this.#lines.set(userAgent, { ...lines, [noise.kind]: this.folds.begin(noise.kind) });
		return true;
	}

	#isChallenge(message: SeenMessage): boolean {
		const { transaction } = message;
		if (transaction === undefined || !this.#kinds.has('challenge')) return false;
		const isRequest = transaction.request === message;
		const { challengedBy } = transaction;
		const before = isRequest && challengedBy && isChallengeRound(challengedBy);
		const asked = before ? challengedBy.request : transaction.request;
		if (asked === undefined || !(before || isChallengeRound(transaction))) return false;
		if (asked === message) {
			this.#endLines(message.userAgent);
			this.folds.begin('challenge');
			return true;
		}
		const fold = this.folds.at(this.#placeOf(asked));
		if (fold?.kind === 'challenge') this.folds.join(fold, false);
		return fold?.kind === 'challenge';
	}

	#repeats(message: SeenMessage): boolean {
		const { retransmissionOf } = message;
		if (retransmissionOf === undefined || !this.#kinds.has('retransmission')) return false;
		const place = this.#placeOf(retransmissionOf);
		if (place < 0) return false;
		this.folds.join(this.folds.at(place) ?? this.folds.begin('retransmission', place), false);
		return true;
	}

	#foldedSince({ kind, exchange }: Noise): number | undefined {
		const place = exchange?.request ? this.#placeOf(exchange.request) : -1;
		return this.folds.at(place)?.kind === kind ? this.within(place) : undefined;
	}
}
