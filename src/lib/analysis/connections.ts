import type { Entry, SocketEntry } from '../trace/entry.ts';
import type { ChangeLog } from './changes.ts';
import type { Connection } from './connection.ts';

/** Keeps what a trace tells of its sockets. */
export class Connections {
	/** In the order in which they were first seen. */
	readonly list: Connection[] = [];
	readonly #byId = new Map<string, Connection>();
	readonly #changes: ChangeLog;

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** The connection of an entry, with what the entry says of it. */
	note(entry: Entry): Connection | undefined {
		if (entry.connection === undefined) return undefined;
		const connection = this.#byId.get(entry.connection) ?? this.#add(entry.connection, entry.seq);
		if (connection.phone === undefined || connection.instance === undefined) {
			this.#name(connection, entry);
		}
		if (entry.kind === 'socket') this.#follow(connection, entry);
		return connection;
	}

	find(id: string): Connection | undefined {
		return this.#byId.get(id);
	}

	#follow(connection: Connection, entry: SocketEntry): void {
		this.#changes.connection(connection);
		if (entry.event === 'connecting') connection.url = entry.url;
		else if (entry.event === 'open') connection.openedAt = entry.at;
		else if (entry.event === 'close' && connection.closedBy === undefined) {
			connection.closedAt = entry.at;
			connection.closedBy = entry.seq;
			connection.closeCode = entry.code;
			connection.closeReason = entry.reason;
		}
	}

	/** Any entry may be the first to tell whose it is. */
	#name(connection: Connection, { phone, instance }: Entry): void {
		const { phone: known, instance: knownInstance } = connection;
		connection.phone ??= phone;
		connection.instance ??= instance;
		if (connection.phone !== known || connection.instance !== knownInstance) {
			this.#changes.connection(connection);
		}
	}

	#add(id: string, firstSeq: number): Connection {
		const connection: Connection = {
			revision: 0,
			id,
			firstSeq,
			userAgent: undefined,
			phone: undefined,
			instance: undefined,
			url: undefined,
			openedAt: undefined,
			closedAt: undefined,
			closedBy: undefined,
			closeCode: undefined,
			closeReason: undefined
		};
		this.#changes.connection(connection);
		this.#byId.set(id, connection);
		this.list.push(connection);
		return connection;
	}
}
