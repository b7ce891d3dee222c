import { type MessageHead, scanHead } from '../sip/head.ts';
import type { MessageEntry } from '../trace/entry.ts';
import type { Call } from './calls/call.ts';
import type { Connection } from './connection.ts';
import type { Content } from './content.ts';
import type { Dialog } from './dialogs/dialog.ts';
import { textOf } from './entry-text.ts';
import { contentOf } from './read-content.ts';
import type { RecentTexts, TextReader } from './recent-texts.ts';
import type { Registration, RegistrationAttempt } from './registrations/registration.ts';
import type { SeenMessage } from './seen-message.ts';
import type { Transaction } from './transactions/transaction.ts';
import type { UserAgent } from './user-agent.ts';

/**
 * A message whose meaning is being found. What it says beyond its head is read when it is asked for, and
 * the head is read again if somebody asks for one of long ago.
 */
export class AnalysedMessage implements SeenMessage, TextReader {
	readonly entry: MessageEntry;
	readonly userAgent: UserAgent;
	readonly connection: Connection | undefined;
	transaction: Transaction | undefined = undefined;
	dialog: Dialog | undefined = undefined;
	call: Call | undefined = undefined;
	registration: Registration | undefined = undefined;
	attempt: RegistrationAttempt | undefined = undefined;
	retransmissionOf: SeenMessage | undefined = undefined;
	readonly #recent: RecentTexts;
	#head: MessageHead | undefined;
	#content: Content | undefined = undefined;

	constructor(
		entry: MessageEntry,
		head: MessageHead,
		userAgent: UserAgent,
		connection: Connection | undefined,
		recent: RecentTexts
	) {
		this.entry = entry;
		this.#head = head;
		this.userAgent = userAgent;
		this.connection = connection;
		this.#recent = recent;
		recent.note(this);
	}

	get head(): MessageHead {
		if (this.#head === undefined) {
			this.#head = scanHead(textOf(this.entry));
			this.#recent.note(this);
		}
		return this.#head;
	}

	get content(): Content | undefined {
		return (this.#content ??= contentOf(this.head, textOf(this.entry)));
	}

	/** Gives the room back that what was read of its text takes. */
	forgetText(): void {
		this.#head = undefined;
		this.#content = undefined;
	}
}
