import type { Path } from '../../trace/entry.ts';
import { addressText } from './addresses.ts';
import type { IpPacket } from './ip-packet.ts';
import type { TcpConnection } from './tcp-connection.ts';

/** Which end of a flow. */
export type End = 0 | 1;

/** What two addresses said to each other: the datagrams between two ports, or one TCP connection. */
export class Flow {
	transport: Path['transport'];
	/** Which end is the phone; `undefined` before its first message. */
	phone: End | undefined;
	/** Of the end at 0, and that at 1. The end whose packet came first is at 0. */
	readonly addresses: readonly [string, string];
	/** Names it, once it is known which end is the phone. */
	id = '';
	/** What TCP carried. */
	connection: TcpConnection | undefined;
	/** Another flow of the same place in the table. */
	next: Flow | undefined;
	readonly key: number;
	readonly #ends: readonly [Uint8Array, Uint8Array];
	readonly #paths: [Path | undefined, Path | undefined] = [undefined, undefined];
	readonly #ports: readonly [number, number];

	constructor(
		key: number,
		transport: Path['transport'],
		ip: IpPacket,
		ports: readonly [number, number]
	) {
		this.key = key;
		this.transport = transport;
		const { bytes, source, destination, addressLength } = ip;
		this.#ends = [
			bytes.slice(source, source + addressLength),
			bytes.slice(destination, destination + addressLength)
		];
		this.#ports = ports;
		this.addresses = [addressText(this.#ends[0], ports[0]), addressText(this.#ends[1], ports[1])];
	}

	/** What one end sends goes this way: one object for all of it. */
	pathFrom(from: End): Path {
		const known = this.#paths[from];
		if (known?.transport === this.transport) return known;
		const [source, destination] =
			from === 0 ? this.addresses : [this.addresses[1], this.addresses[0]];
		return (this.#paths[from] = { source, destination, transport: this.transport });
	}

	/** Which end a packet comes from; `undefined` where it is of another flow. */
	endOf(ip: IpPacket, sourcePort: number, destinationPort: number): End | undefined {
		if (this.#is(0, ip, sourcePort, destinationPort)) return 0;
		return this.#is(1, ip, sourcePort, destinationPort) ? 1 : undefined;
	}

	#is(from: End, ip: IpPacket, sourcePort: number, destinationPort: number): boolean {
		const to = from === 0 ? 1 : 0;
		return (
			this.#ports[from] === sourcePort &&
			this.#ports[to] === destinationPort &&
			hasAt(ip.bytes, ip.source, ip.addressLength, this.#ends[from]) &&
			hasAt(ip.bytes, ip.destination, ip.addressLength, this.#ends[to])
		);
	}
}

function hasAt(bytes: Uint8Array, at: number, length: number, address: Uint8Array): boolean {
	if (length !== address.length) return false;
	for (let byte = 0; byte < length; byte++) if (bytes[at + byte] !== address[byte]) return false;
	return true;
}
