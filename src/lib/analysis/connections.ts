import type { Entry } from '../trace/entry.ts';
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
		this.#changes.connection(connection);
		connection.phone ??= entry.phone;
		connection.instance ??= entry.instance;
		if (entry.kind !== 'socket') return connection;
		if (entry.event === 'connecting') connection.url = entry.url;
		else if (entry.event === 'open') connection.openedAt = entry.at;
		else if (entry.event === 'close') {
			connection.closedAt = entry.at;
			connection.closedBy = entry.seq;
			connection.closeCode = entry.code;
			connection.closeReason = entry.reason;
		}
		return connection;
	}

	#add(id: string, firstSeq: number): Connection {
		const connection: Connection = { revision: 0, id, firstSeq };
		this.#byId.set(id, connection);
		this.list.push(connection);
		return connection;
	}
}
