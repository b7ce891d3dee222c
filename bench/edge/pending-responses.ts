import { header, type SipMessage, type SipResponse } from '../../src/lib/sip/message.ts';

/** No server under the load that is measured needs so long, in milliseconds. */
const LONGEST_WAIT = 10_000;

interface Waiting {
	settle(response: SipMessage): void;
	fail(error: Error): void;
}

/** The requests of one phone that have no final response yet, by the value of their CSeq. */
export class PendingResponses {
	#waiting = new Map<string, Waiting>();

	/** Settles with the final response. */
	expect(cseq: string): Promise<SipMessage> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(
				() => this.#end(cseq)?.fail(new Error(`${cseq} was not answered in time`)),
				LONGEST_WAIT
			);
			this.#waiting.set(cseq, {
				settle: (response) => {
					clearTimeout(timer);
					resolve(response);
				},
				fail: (error) => {
					clearTimeout(timer);
					reject(error);
				}
			});
		});
	}

	settle(response: SipResponse): void {
		if (response.status >= 200) this.#end(header(response, 'CSeq') ?? '')?.settle(response);
	}

	/** Fails all that wait. */
	fail(error: Error): void {
		for (const cseq of [...this.#waiting.keys()]) this.#end(cseq)?.fail(error);
	}

	#end(cseq: string): Waiting | undefined {
		const waiting = this.#waiting.get(cseq);
		this.#waiting.delete(cseq);
		return waiting;
	}
}
