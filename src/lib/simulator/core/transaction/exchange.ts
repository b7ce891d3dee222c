import { composeResponse } from '../../../sip/compose.ts';
import { header, headers, type SipRequest } from '../../../sip/message.ts';
import type { Connection } from '../connection.ts';

export type HeaderTuple = [name: string, value: string];

export interface Answer {
	reason?: string;
	headers?: HeaderTuple[];
	body?: string;
}

/**
 * trying: nothing was answered yet.
 * proceeding: a provisional answer has left.
 * completed: the final answer has left; whatever else would be answered is dropped.
 */
export type ExchangeState = 'trying' | 'proceeding' | 'completed';

/**
 * One request of a phone and our answers to it: a server transaction (RFC 3261 §17.2) without
 * timers. A WebSocket loses nothing, so nothing is sent twice.
 */
export class Exchange {
	state: ExchangeState = 'trying';
	readonly connection: Connection;
	readonly request: SipRequest;
	#toTag: string;

	/** @param toTag what our answers add to a To that has no tag */
	constructor(connection: Connection, request: SipRequest, toTag: string) {
		this.connection = connection;
		this.request = request;
		this.#toTag = toTag;
	}

	/** The value of the request's header, '' where it has none. */
	header(name: string): string {
		return header(this.request, name) ?? '';
	}

	get callId(): string {
		return this.header('Call-ID');
	}

	/** The request's To, with our tag: the tag is the last parameter, where the SDK looks for it. */
	get taggedTo(): string {
		const to = this.header('To');
		return /;\s*tag=/i.test(to) ? to : `${to};tag=${this.#toTag}`;
	}

	/** 100, without a To tag (RFC 3261 §8.2.6.2). */
	trying(): void {
		void this.connection.outbox.push(() => this.#next(100, this.header('To'), {}));
	}

	/** Settles when the answer has left. */
	answer(status: number, answer: Answer = {}): Promise<void> {
		return this.answerLater(status, () => answer);
	}

	/** As `answer`, with what is known only when its turn comes; undefined drops it. */
	answerLater(
		status: number,
		compose: () => Answer | undefined | Promise<Answer | undefined>
	): Promise<void> {
		return this.connection.outbox.push(async () => {
			const answer = await compose();
			return answer && this.#next(status, this.taggedTo, answer);
		});
	}

	/** Its turn has come, and it leaves; nothing leaves after a final answer. */
	#next(status: number, to: string, answer: Answer): string | undefined {
		if (this.state === 'completed') return undefined;
		this.state = status < 200 ? 'proceeding' : 'completed';
		return composeAnswer(this.request, status, to, answer);
	}
}

/** A response to a request, with what it has to repeat of it (RFC 3261 §8.2.6.2). */
export function composeAnswer(
	request: SipRequest,
	status: number,
	to: string,
	{ reason, headers: more = [], body }: Answer = {}
): string {
	const repeated = (name: string) => header(request, name) ?? '';
	return composeResponse({
		status,
		reason,
		headers: [
			...headers(request, 'Via').map((via): HeaderTuple => ['Via', via]),
			['From', repeated('From')],
			['To', to],
			['Call-Id', repeated('Call-ID')],
			['CSeq', repeated('CSeq')],
			...more
		],
		body
	});
}
