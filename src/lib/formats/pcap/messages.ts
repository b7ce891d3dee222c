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

	constructor(gathered: Gathered) {
		this.#gathered = gathered;
	}

	/**
	 * Takes a message, or what is none, that one end of a flow sent. Its bytes are copied.
	 *
	 * @param client the end that opened the connection, where that was seen.
	 */
	take(flow: Flow, from: End, payload: Payload, client?: End): void {
		if (flow.phone === undefined) this.#name(flow, from, payload, client);
		const { at, approximate } = this.#gathered;
		const { addresses, transport, id } = flow;
		const direction: Direction = from === flow.phone ? 'sent' : 'received';
		const path = { source: addresses[from], destination: addresses[other(from)], transport };
		this.#gathered.add({
			kind: 'message',
			direction,
			...payload,
			connection: id,
			path,
			at,
			...(approximate && { approximate })
		});
	}

	#name(flow: Flow, from: End, { text, bytes }: Payload, client: End | undefined): void {
		const content = text ?? wireText(bytes ?? new Uint8Array()).text;
		const phone = this.#phoneEnds.decide(flow, from, content, client);
		flow.phone = phone;
		flow.id = `${flow.addresses[phone]} – ${flow.addresses[other(phone)]}`;
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
