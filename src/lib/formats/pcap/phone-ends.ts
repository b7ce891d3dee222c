import { scanHead, type MessageHead } from '../../sip/head.ts';
import { parseMessage } from '../../sip/message.ts';
import type { End, Flow } from './flow.ts';

export const SIP_PORT = /:506[01]$/;

/** So many addresses are known as servers; a flood of more begins anew. */
const MOST = 65_536;

/**
 * Decides which end of a flow is the phone. A capture has none: it saw both ends alike. Yet who sent
 * and who received is what calls and registrations are told by.
 */
export class PhoneEnds {
	readonly #servers = new Set<string>();

	/**
	 * By the first message of a flow, since what was read is not held back: whoever registers; the
	 * client of TCP; whoever does not talk to a known server; whoever is not on SIP's own port; whoever
	 * is no proxy, by the Vias of its request; and if nothing of this tells, whoever asks first.
	 *
	 * @param client the end that opened the connection, where that was seen.
	 */
	decide(flow: Pick<Flow, 'addresses'>, from: End, text: string, client: End | undefined): End {
		const phone = this.#phoneOf(flow, from, text, client);
		this.learn(flow, phone);
		return phone;
	}

	/** The other end of a phone is a server. */
	learn(flow: Pick<Flow, 'addresses'>, phone: End): void {
		if (this.#servers.size >= MOST) this.#servers.clear();
		this.#servers.add(flow.addresses[other(phone)]);
	}

	#phoneOf(
		{ addresses }: Pick<Flow, 'addresses'>,
		from: End,
		text: string,
		client: End | undefined
	): End {
		const head = scanHead(text);
		const asking = head.kind === 'response' ? other(from) : from;
		if (head.method === 'REGISTER') return asking;
		if (client !== undefined) return client;
		const [first, second] = addresses;
		return (
			theOne(!this.#servers.has(first), !this.#servers.has(second)) ??
			theOne(!SIP_PORT.test(first), !SIP_PORT.test(second)) ??
			(isOfProxy(head, text) ? other(asking) : asking)
		);
	}
}

export function other(end: End): End {
	return end === 0 ? 1 : 0;
}

/** Of two ends, the one for which something holds, unless it holds for both or neither. */
function theOne(first: boolean, second: boolean): End | undefined {
	if (first === second) return undefined;
	return first ? 0 : 1;
}

/** A request that passed a proxy has its Via above that of the phone, and its answer as well. */
function isOfProxy({ kind }: MessageHead, text: string): boolean {
	if (kind === 'unreadable') return false;
	const vias = parseMessage(text).headers.filter(({ name }) => /^(via|v)$/i.test(name));
	return vias.length > 1 || /,\s*SIP\s*\/\s*2\.0/i.test(vias[0]?.value ?? '');
}
