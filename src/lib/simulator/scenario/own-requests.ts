import { header, parseMessage, type SipMessage } from '../../sip/message.ts';
import type { Connection } from '../core/connection.ts';
import type { Sighting } from './sighting.ts';

/** More than a phone is ever asked at once; beyond it the oldest is forgotten. */
const MOST = 50;

/** The requests that a scenario sent by itself: the edge knows nothing of them, nor of the answers. */
export class OwnRequests {
	#open = new Map<Connection, Set<string>>();

	add(connection: Connection, text: string): void {
		const keys = this.#open.get(connection) ?? new Set();
		this.#open.set(connection, keys.add(keyOf(parseMessage(text))));
		const [oldest] = keys;
		if (keys.size > MOST && oldest !== undefined) keys.delete(oldest);
	}

	/** Whether it answers one of them. */
	takesAnswer({ connection, message, status }: Sighting): boolean {
		if (status === undefined) return false;
		const keys = this.#open.get(connection);
		const key = keyOf(message);
		return keys !== undefined && (status < 200 ? keys.has(key) : keys.delete(key));
	}

	forget(connection: Connection): void {
		this.#open.delete(connection);
	}
}

function keyOf(message: SipMessage): string {
	return `${header(message, 'Call-ID')} ${header(message, 'CSeq')}`;
}
