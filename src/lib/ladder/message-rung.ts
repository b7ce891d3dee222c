import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Instant } from '../trace/instant.ts';
import type { Rung } from './row.ts';
import { noteOf } from './rung-note.ts';
import { type Tone, toneOf } from './tone.ts';

/** The arrow of a message: where it is drawn is settled, its words are found when they are looked at. */
export class MessageRung implements Rung {
	readonly type = 'rung';
	readonly message: SeenMessage;
	readonly from: number;
	readonly to: number;

	constructor(message: SeenMessage, from: number, to: number) {
		this.message = message;
		this.from = from;
		this.to = to;
	}

	get seq(): number {
		return this.message.entry.seq;
	}

	get at(): Instant {
		return this.message.entry.at;
	}

	get label(): string {
		const { head } = this.message;
		if (head.kind === 'unreadable') return 'unreadable';
		return head.kind === 'request' ? head.method : `${head.status} ${head.reason}`.trim();
	}

	get note(): string {
		return noteOf(this.message);
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
}
