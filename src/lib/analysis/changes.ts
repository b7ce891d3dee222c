import type { Call } from './calls/call.ts';
import type { Conversation } from './calls/conversation.ts';
import type { Connection } from './connection.ts';
import type { Dialog } from './dialogs/dialog.ts';
import type { Registration } from './registrations/registration.ts';
import type { SeenMessage } from './seen-message.ts';
import type { Transaction } from './transactions/transaction.ts';

/** Something that a trace tells of in several entries. */
export interface Subject {
	/** How many entries had been taken when one last told something of it. */
	revision: number;
}

/** What entries told something of; each subject once, in the order in which it was first touched. */
export interface Changes {
	/** The new ones. */
	messages: SeenMessage[];
	transactions: Transaction[];
	dialogs: Dialog[];
	calls: Call[];
	/** Those whose calls changed; one that turned out to be part of another is in the other. */
	conversations: Conversation[];
	/** Also those that lost their socket, or their instance to another phone. */
	registrations: Registration[];
	connections: Connection[];
}

/** Notes which subjects entries touch. What nobody fetches costs a place per subject, not per entry. */
export class ChangeLog {
	#revision = 0;
	#fetchedAt = 0;
	#messagesFetched = 0;
	#changes = noChanges();

	/** Goes on to the next entry. */
	next(): void {
		this.#revision++;
	}

	transaction(transaction: Transaction): void {
		if (this.#touch(transaction)) this.#changes.transactions.push(transaction);
	}

	dialog(dialog: Dialog): void {
		if (this.#touch(dialog)) this.#changes.dialogs.push(dialog);
	}

	call(call: Call): void {
		if (this.#touch(call)) this.#changes.calls.push(call);
		const { conversation } = call;
		if (this.#touch(conversation)) this.#changes.conversations.push(conversation);
	}

	registration(registration: Registration): void {
		if (this.#touch(registration)) this.#changes.registrations.push(registration);
	}

	connection(connection: Connection): void {
		if (this.#touch(connection)) this.#changes.connections.push(connection);
	}

	/** What was touched since this was last called; `messages` are all that were seen. */
	fetch(messages: readonly SeenMessage[]): Changes {
		const changes = this.#changes;
		changes.messages = messages.slice(this.#messagesFetched);
		changes.conversations = changes.conversations.filter(({ calls }) => calls.length > 0);
		this.#messagesFetched = messages.length;
		this.#fetchedAt = this.#revision;
		this.#changes = noChanges();
		return changes;
	}

	/** Whether it is the first touch since changes were fetched. */
	#touch(subject: Subject): boolean {
		const first = subject.revision <= this.#fetchedAt;
		subject.revision = this.#revision;
		return first;
	}
}

function noChanges(): Changes {
	return {
		messages: [],
		transactions: [],
		dialogs: [],
		calls: [],
		conversations: [],
		registrations: [],
		connections: []
	};
}
