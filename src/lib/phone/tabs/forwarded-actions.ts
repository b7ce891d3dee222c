import { ActionError } from './action-error.ts';

interface Pending {
	settle: (error: ActionError | undefined) => void;
}

/** Actions that were sent to the real tab and not answered yet. Each is settled once, in time. */
export class ForwardedActions {
	readonly #pending = new Map<string, Pending>();

	/** @param send is given the action's id @returns when it is done @throws {ActionError} */
	forward(seconds: number, send: (id: string) => void): Promise<void> {
		const id = crypto.randomUUID();
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				this.answered(id, new ActionError('no answer', noAnswer(seconds)));
			}, seconds * 1_000);
			const settle = (error: ActionError | undefined) => {
				clearTimeout(timer);
				if (error) reject(error);
				else resolve();
			};
			this.#pending.set(id, { settle });
			send(id);
		});
	}

	answered(id: string, error?: ActionError): void {
		this.#pending.get(id)?.settle(error);
		this.#pending.delete(id);
	}

	/** The tab that should have answered is gone. */
	abandon(): void {
		const message = 'The tab that ran the phone is gone; whether this was done is not known.';
		for (const id of [...this.#pending.keys()]) this.answered(id, new ActionError('gone', message));
	}
}

function noAnswer(seconds: number): string {
	return `The tab that runs the phone has not answered for ${seconds} s; it may be asleep.`;
}
