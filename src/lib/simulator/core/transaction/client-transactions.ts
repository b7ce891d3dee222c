import { composeRequest } from '../../../sip/compose.ts';
import { header, type SipResponse } from '../../../sip/message.ts';
import type { Connection } from '../connection.ts';
import type { HeaderTuple } from './exchange.ts';

export interface OutgoingRequest {
	method: string;
	uri: string;
	cseq: number;
	headers: HeaderTuple[];
	body?: string;
}

export interface SendOptions {
	/** Milliseconds to wait for a final response. */
	within?: number;
	/** Its turn has come, and it leaves. */
	onsent?(): void;
	onprovisional?(response: SipResponse): void;
}

interface ClientTransaction {
	connection: Connection;
	callId: string;
	onprovisional?(response: SipResponse): void;
	settle(response: SipResponse | undefined): void;
}

/**
 * The edge's own requests that a phone has not answered yet (RFC 3261 §17.1), without
 * retransmissions: a WebSocket loses nothing.
 */
export class ClientTransactions {
	#open = new Map<string, ClientTransaction>();
	#schedule: (delay: number, task: () => void) => () => void;

	constructor(schedule: (delay: number, task: () => void) => () => void) {
		this.#schedule = schedule;
	}

	/**
	 * Sends a request and waits for its final response; undefined where none came in time or the
	 * connection was lost. Without `within` it waits as long as the connection lives.
	 */
	send(
		connection: Connection,
		request: OutgoingRequest,
		{ within, onsent, onprovisional }: SendOptions = {}
	): Promise<SipResponse | undefined> {
		const key = keyOf(request.cseq, request.method);
		return new Promise((resolve) => {
			const cancelTimer =
				within === undefined ? undefined : this.#schedule(within, () => this.#giveUp(key));
			this.#open.set(key, {
				connection,
				callId: request.headers.find(([name]) => name === 'Call-Id')?.[1] ?? '',
				onprovisional,
				settle: (response) => {
					cancelTimer?.();
					this.#open.delete(key);
					resolve(response);
				}
			});
			void connection.outbox.push(() => {
				onsent?.();
				return composeRequest(request);
			});
		});
	}

	/** Takes a response; false where it answers nothing that we asked on this connection. */
	receive(connection: Connection, response: SipResponse): boolean {
		const transaction = this.#open.get((header(response, 'CSeq') ?? '').replace(/\s+/, ' '));
		if (transaction?.connection !== connection) return false;
		if (transaction.callId !== header(response, 'Call-ID')) return false;
		if (response.status < 200) transaction.onprovisional?.(response);
		else transaction.settle(response);
		return true;
	}

	get count(): number {
		return this.#open.size;
	}

	/** The phone cannot answer any more. */
	lost(connection: Connection): void {
		for (const [key, transaction] of this.#open) {
			if (transaction.connection === connection) this.#giveUp(key);
		}
	}

	/** From now on a request without an end of its own waits no longer than this. */
	expire(cseq: number, method: string, within: number): void {
		this.#schedule(within, () => this.#giveUp(keyOf(cseq, method)));
	}

	#giveUp(key: string): void {
		this.#open.get(key)?.settle(undefined);
	}
}

function keyOf(cseq: number, method: string): string {
	return `${cseq} ${method}`;
}
