import type { Connection } from '../connection.ts';
import { appended, NONE } from '../few.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Transaction } from './transaction.ts';

/** A transaction where it is looked up. */
export class LinkedTransaction implements Transaction {
	revision = 0;
	readonly method: string;
	readonly side: Transaction['side'];
	readonly cseq: number;
	readonly userAgent: UserAgent;
	readonly connection: Connection | undefined;
	request: SeenMessage | undefined = undefined;
	responses: readonly SeenMessage[] = NONE;
	final: SeenMessage | undefined = undefined;
	acks: readonly SeenMessage[] = NONE;
	retransmissions: readonly SeenMessage[] = NONE;
	challengedBy: Transaction | undefined = undefined;
	retriedBy: Transaction | undefined = undefined;
	cancels: Transaction | undefined = undefined;
	cancelledBy: Transaction | undefined = undefined;
	/** The one before it with the same Call-ID and CSeq number. */
	readonly before: LinkedTransaction | undefined;
	readonly #index: number;

	constructor(
		index: number,
		first: SeenMessage,
		side: Transaction['side'],
		before: LinkedTransaction | undefined
	) {
		this.#index = index;
		this.method = first.head.method;
		this.side = side;
		this.cseq = first.head.cseq;
		this.userAgent = first.userAgent;
		this.connection = first.connection;
		this.before = before;
	}

	get id(): string {
		return String(this.#index);
	}

	get branch(): string {
		return (this.request ?? this.responses[0])?.head.branch ?? '';
	}

	respond(response: SeenMessage): void {
		this.responses = appended(this.responses, response);
		if (response.head.status >= 200) this.final ??= response;
	}

	acknowledge(ack: SeenMessage): void {
		this.acks = appended(this.acks, ack);
	}

	repeat(message: SeenMessage): void {
		this.retransmissions = appended(this.retransmissions, message);
	}
}
