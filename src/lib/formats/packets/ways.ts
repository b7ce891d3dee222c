import type { MessageEntry } from '../../trace/entry.ts';
import { connectionOf, type SeenPhones } from '../seen-phones.ts';
import { type Endpoint, parseEndpoint } from './endpoint.ts';
import { ReservedAddresses } from './reserved-addresses.ts';

/** Between which addresses a message goes in a packet. */
export interface Way {
	readonly source: Endpoint;
	readonly destination: Endpoint;
}

/**
 * Finds the addresses of messages: those that were captured, or, for each connection of a phone of our
 * own and each server, one that is reserved.
 */
export class Ways {
	readonly #phones = ReservedAddresses.ofPhones();
	readonly #servers = ReservedAddresses.ofServers();
	readonly #seen: SeenPhones;

	constructor(seen: SeenPhones) {
		this.#seen = seen;
	}

	of(entry: MessageEntry): Way {
		const { direction, path } = entry;
		const isSent = direction === 'sent';
		const [phone, server] =
			path === undefined
				? [this.#phones.of(connectionOf(entry)), this.#servers.of(this.#seen.urlOf(entry) ?? '')]
				: ofOneFamily(
						endpoint(isSent ? path.source : path.destination, this.#phones),
						endpoint(isSent ? path.destination : path.source, this.#servers)
					);
		return isSent ? { source: phone, destination: server } : { source: server, destination: phone };
	}
}

/** A text may name a host instead of its address. */
function endpoint(text: string, others: ReservedAddresses): Endpoint {
	return parseEndpoint(text) ?? others.of(text);
}

/** A packet has addresses of one length: IPv4 is written as IPv6 where the other end has that (RFC 4291 §2.5.5.2). */
function ofOneFamily(one: Endpoint, other: Endpoint): [Endpoint, Endpoint] {
	return one.address.length === other.address.length ? [one, other] : [mapped(one), mapped(other)];
}

function mapped({ address, port }: Endpoint): Endpoint {
	if (address.length === 16) return { address, port };
	const ip6 = new Uint8Array(16);
	ip6.set([0xff, 0xff], 10);
	ip6.set(address, 12);
	return { address: ip6, port };
}
