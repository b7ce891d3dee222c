import type { SeenMessage } from '../analysis/seen-message.ts';
import { keepAlive } from '../sip/keep-alive.ts';
import type { Instant } from '../trace/instant.ts';
import type { FoldHead } from './fold.ts';
import type { Rung } from './row.ts';
import { acknowledgedBy, noteOf } from './rung-note.ts';
import { type Tone, toneOf } from './tone.ts';

/** Where a rung is drawn, and what is folded behind it. */
export type RungPlace = Pick<Rung, 'from' | 'to' | 'leg' | 'fold'>;

/** The arrow of a message: where it is drawn is settled, its words are found when they are looked at. */
export class MessageRung implements Rung {
	readonly type = 'rung';
	readonly message: SeenMessage;
	readonly from: number;
	readonly to: number;
	readonly leg: number;
	readonly fold: FoldHead | undefined;

	constructor(message: SeenMessage, { from, to, leg, fold }: RungPlace) {
		this.message = message;
		this.from = from;
		this.to = to;
		this.leg = leg;
		this.fold = fold;
	}

	get seq(): number {
		return this.message.entry.seq;
	}

	get at(): Instant {
		return this.message.entry.at;
	}

	get label(): string {
		const { head, entry } = this.message;
		if (head.kind === 'unreadable') return keepAlive(entry.text ?? '') ?? 'unreadable';
		return head.kind === 'request' ? head.method : `${head.status} ${head.reason}`.trim();
	}

	get note(): string {
		const note = noteOf(this.message);
		if (this.fold?.kind !== 'challenge' || this.fold.open) return note;
		return [challengeNote(this.message), note].filter(Boolean).join(' · ');
	}

	get cseq(): number {
		return this.message.head.cseq;
	}

	get tone(): Tone {
		return toneOf(this.message.head);
	}

	get response(): boolean {
		return this.message.head.kind === 'response';
	}

	get retransmission(): boolean {
		return this.message.retransmissionOf !== undefined;
	}

	get acknowledges(): number | undefined {
		return acknowledgedBy(this.message)?.entry.seq;
	}
}

/** `407 answered`: what was asked for behind a request, and got. */
function challengeNote({ transaction }: SeenMessage): string {
	const status = transaction?.final?.head.status;
	return status === undefined ? '' : `${status} answered`;
}
