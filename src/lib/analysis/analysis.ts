import { type MessageHead, scanHead } from '../sip/head.ts';
import { parseContacts } from '../sip/fields/contact.ts';
import type { Entry, MessageEntry, Vantage } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import { AnalysedMessage } from './analysed-message.ts';
import { ChangeLog, type Changes } from './changes.ts';
import type { Call } from './calls/call.ts';
import { Calls } from './calls/calls.ts';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import type { Conversation } from './calls/conversation.ts';
import { Conversations } from './calls/conversations.ts';
import { textOf } from './entry-text.ts';
import { ownString } from './own-string.ts';
import type { Dialog } from './dialogs/dialog.ts';
import { Dialogs } from './dialogs/dialogs.ts';
import type { Phone } from './phone.ts';
import { Phones } from './phones.ts';
import { RecentTexts } from './recent-texts.ts';
import type { Registration } from './registrations/registration.ts';
import { Registrations } from './registrations/registrations.ts';
import type { SeenMessage } from './seen-message.ts';
import { Threads } from './thread.ts';
import type { Transaction } from './transactions/transaction.ts';
import { Transactions } from './transactions/transactions.ts';
import type { UserAgent } from './user-agent.ts';
import { UserAgents } from './user-agents.ts';

/**
 * What the entries of a trace mean. It is fed in order of seq, entry by entry, and complete after each:
 * its arrays only grow, but for conversations that turn out to be one; times decide nothing.
 */
export interface Analysis {
	/** Takes the next entry. Never throws, whatever the entry holds. */
	ingest(entry: Entry): void;
	/**
	 * What entries touched since this was last called: all that can have become another thing by them.
	 * One reader can call it; others compare revisions.
	 */
	fetchChanges(): Changes;
	/** The latest time of any entry, which is not always the last one's; `undefined` before the first. */
	readonly latestAt: Instant | undefined;
	/** In order of seq. */
	readonly messages: readonly SeenMessage[];
	messageAt(seq: number): SeenMessage | undefined;
	/** In the order of their first messages; so are the next four. */
	readonly transactions: readonly Transaction[];
	/** One per Call-ID, user agent and pair of tags. */
	readonly dialogs: readonly Dialog[];
	/** One per Call-ID and user agent. */
	readonly calls: readonly Call[];
	readonly conversations: readonly Conversation[];
	/** One per address-of-record, instance and phone. */
	readonly registrations: readonly Registration[];
	/** By id. */
	readonly phones: ReadonlyMap<string, Phone>;
	/** In the order in which they were first seen; so are the user agents. */
	readonly connections: readonly Connection[];
	readonly userAgents: readonly UserAgent[];
	/** Grows whenever a phone or a user agent is called another thing than before. */
	readonly namings: number;
	/** Who saw an entry; `undefined` where it concerns nobody in particular. */
	userAgentOf(vantage: Vantage): UserAgent | undefined;
}

export function createAnalysis(): Analysis {
	return new TraceAnalysis();
}

class TraceAnalysis implements Analysis {
	readonly messages: AnalysedMessage[] = [];
	readonly #recentTexts = new RecentTexts();
	readonly #userAgents = new UserAgents();
	readonly #phones = new Phones();
	readonly #changes = new ChangeLog();
	readonly #connections = new Connections(this.#changes);
	readonly #threads = new Threads();
	readonly #transactions = new Transactions(this.#changes);
	readonly #dialogs = new Dialogs(this.#changes);
	readonly #conversations = new Conversations(this.#changes);
	readonly #calls = new Calls(this.#threads, this.#conversations, this.#changes);
	readonly #registrations = new Registrations(this.#changes);

	readonly transactions = this.#transactions.list;
	readonly dialogs = this.#dialogs.list;
	readonly calls = this.#calls.list;
	readonly conversations = this.#conversations.list;
	readonly registrations = this.#registrations.list;
	readonly phones = this.#phones.byId;
	readonly connections = this.#connections.list;
	readonly userAgents = this.#userAgents.list;
	latestAt: Instant | undefined;

	ingest(entry: Entry): void {
		this.#changes.next();
		if (entry.at > (this.latestAt ?? -Infinity)) this.latestAt = entry.at;
		const connection = this.#connections.note(entry);
		if (entry.kind === 'message') return this.#message(entry, connection);
		if (connection && entry.kind === 'socket' && entry.event === 'close') {
			this.#registrations.lost(connection);
		}
		if (hasVantage(entry)) this.#userAgents.of(entry, connection);
		if (entry.kind === 'phone') this.#phones.note(entry);
		if ('callId' in entry && entry.callId !== undefined) {
			this.#calls.mark(entry, this.userAgentOf(entry), entry.callId);
		}
	}

	fetchChanges(): Changes {
		return this.#changes.fetch(this.messages);
	}

	messageAt(seq: number): SeenMessage | undefined {
		let low = 0;
		let high = this.messages.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.messages[middle]?.entry.seq ?? Infinity) < seq) low = middle + 1;
			else high = middle;
		}
		const found = this.messages[low];
		return found?.entry.seq === seq ? found : undefined;
	}

	get namings(): number {
		return this.#phones.namings + this.#userAgents.namings;
	}

	userAgentOf(vantage: Vantage): UserAgent | undefined {
		const { connection } = vantage;
		const known = connection === undefined ? undefined : this.#connections.find(connection);
		return this.#userAgents.find(vantage, known);
	}

	#message(entry: MessageEntry, connection: Connection | undefined): void {
		const head = scanHead(textOf(entry));
		const userAgent = this.#userAgents.of(vantageOf(entry, head), connection);
		const message = new AnalysedMessage(entry, head, userAgent, connection, this.#recentTexts);
		learnClientId(message);
		this.messages.push(message);
		const thread = this.#threads.of(head.callId);
		this.#transactions.take(message, thread);
		this.#dialogs.take(message, thread);
		this.#calls.take(message, thread);
		this.#registrations.take(message);
	}
}

function hasVantage({ phone, instance, connection }: Vantage): boolean {
	return phone !== undefined || instance !== undefined || connection !== undefined;
}

/** A REGISTER on a connection whose instance the trace does not know tells it. */
function vantageOf(entry: MessageEntry, head: MessageHead): Vantage {
	const { phone, instance, connection } = entry;
	const tells = head.kind === 'request' && head.method === 'REGISTER';
	if (!tells || instance !== undefined || connection === undefined) return entry;
	const contacts = parseContacts([head.contact]);
	const told = contacts === '*' ? undefined : contacts[0]?.instance;
	return { phone, connection, instance: told && ownString(told) };
}

function learnClientId(message: SeenMessage): void {
	const { entry, head, userAgent } = message;
	if (entry.direction !== 'sent' || userAgent.clientId !== undefined) return;
	if (head.credentials === '' && head.method !== 'MESSAGE') return;
	const { credentials, command } = message.content ?? {};
	const clientId = credentials?.username || command?.client;
	if (!clientId) return;
	userAgent.clientId = ownString(clientId);
	userAgent.clientIdToldBy = entry.seq;
}
