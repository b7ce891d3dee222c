import { wireText } from '../../sip/wire.ts';
import type { Direction, Payload } from '../../trace/entry.ts';
import type { End, Flow } from './flow.ts';
import type { Gathered } from './gathered.ts';
import { other, PhoneEnds } from './phone-ends.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Makes entries of what was said in flows. */
export class Messages {
	readonly #gathered: Gathered;
	readonly #phoneEnds = new PhoneEnds();
	/** How many TCP connections had a name: ports are used again. */
	readonly #connections = new Map<string, number>();

	constructor(gathered: Gathered) {
		this.#gathered = gathered;
	}

	/**
	 * Takes a message, or what is none, that one end of a flow sent. Its bytes are copied.
	 *
	 * @param client the end that opened the connection, where that was seen.
	 */
	take(flow: Flow, from: End, payload: Payload, client?: End): void {
		if (flow.phone === undefined) this.#decide(flow, from, payload, client);
		const { at, approximate } = this.#gathered;
		const direction: Direction = from === flow.phone ? 'sent' : 'received';
		const { id: connection } = flow;
		const path = flow.pathFrom(from);
		const { text, bytes } = payload;
		if (approximate) {
			this.#gathered.add({
				kind: 'message',
				direction,
				...payload,
				connection,
				path,
				at,
				approximate
			});
		} else if (text === undefined) {
			this.#gathered.add({ kind: 'message', direction, bytes, connection, path, at });
		} else this.#gathered.add({ kind: 'message', direction, text, connection, path, at });
	}

	/** Tells before any message which end of a flow is the phone. */
	open(flow: Flow, phone: End): void {
		this.#phoneEnds.learn(flow, phone);
		this.#name(flow, phone);
	}

	/** Each TCP connection has a name of its own. */
	#name(flow: Flow, phone: End): void {
		flow.phone = phone;
		const name = `${flow.addresses[phone]} – ${flow.addresses[other(phone)]}`;
		const count = (this.#connections.get(name) ?? 0) + 1;
		if (flow.connection) this.#connections.set(name, count);
		flow.id = flow.connection && count > 1 ? `${name} (${count})` : name;
	}

	#decide(flow: Flow, from: End, { text, bytes }: Payload, client: End | undefined): void {
		const content = text ?? wireText(bytes ?? new Uint8Array()).text;
		this.#name(flow, this.#phoneEnds.decide(flow, from, content, client));
	}
}

/** Text, or a copy of the bytes where they are not valid UTF-8. */
export function payloadOf(wire: Uint8Array): Payload {
	try {
		return { text: utf8.decode(wire) };
	} catch {
		return { bytes: wire.slice() };
	}
}
