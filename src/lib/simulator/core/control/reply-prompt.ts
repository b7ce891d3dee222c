import type { Edge } from '../edge.ts';
import { Voicemail } from '../network/voicemail.ts';
import { PROMPT, type Sound } from '../sounds.ts';
import type { Conversation, End } from '../call/conversation.ts';

/** The callee's news: `Sts` 0 where the caller chose, with 1 yes, 2 no, 3 urgent and a number. */
export type ReplyChoice = { Sts: '0'; Resp: '1' | '2' | '3'; ExtNfo?: string } | { Sts: '1' };

const YES = '3';
const NO = '4';
const URGENT = '5';
const DISCONNECT = '6';
const VOICEMAIL = '2';
/** Urgent, a number to call back, and a 1 that confirms it. */
const URGENT_CALL_BACK = /^5(\d+)#1$/;

/** Listens to the caller's keys after a reply was read out. */
export class ReplyPrompt implements End {
	readonly hasAnswered = true;
	readonly isMachine = true;
	readonly choice: Promise<ReplyChoice>;
	#edge: Edge;
	#conversation: Conversation | undefined;
	#keys = '';
	#chosen = false;
	#settle!: (choice: ReplyChoice) => void;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge) {
		this.#edge = edge;
		this.choice = new Promise((resolve) => {
			this.#settle = resolve;
		});
		this.#wait();
	}

	voiceFor(): Sound {
		return PROMPT;
	}

	joined(conversation: Conversation): void {
		this.#conversation = conversation;
	}

	release(): void {
		this.#choose({ Sts: '1' });
	}

	/** For the next key; where none can be heard, there is nothing to wait for. */
	#wait(): void {
		const { environment, media, settings } = this.#edge;
		const within = media.hearsKeys ? settings.replyChoice : 0;
		this.#cancelTimer?.();
		this.#cancelTimer = environment.schedule(within, () => this.#choose({ Sts: '1' }));
	}

	pressed(key: string): void {
		if (this.#chosen) return;
		this.#wait();
		if (this.#keys.startsWith(URGENT)) return this.#typeNumber(key);
		if (key === YES) this.#choose({ Sts: '0', Resp: '1' });
		if (key === NO) this.#choose({ Sts: '0', Resp: '2' });
		if (key === URGENT) this.#keys = URGENT;
		if (key === VOICEMAIL) this.#divert();
		if (key === DISCONNECT) this.#disconnect();
	}

	#typeNumber(key: string): void {
		this.#keys += key;
		const number = URGENT_CALL_BACK.exec(this.#keys)?.[1];
		if (number) this.#choose({ Sts: '0', Resp: '3', ExtNfo: number });
	}

	#disconnect(): void {
		this.#choose({ Sts: '1' });
		this.#conversation?.leave(this);
	}

	#divert(): void {
		this.#choose({ Sts: '1' });
		this.#conversation?.replace(this, new Voicemail());
	}

	#choose(choice: ReplyChoice): void {
		this.#chosen = true;
		this.#cancelTimer?.();
		this.#settle(choice);
	}
}
