import type { Path } from '../../trace/entry.ts';
import { Flow } from './flow.ts';
import type { IpPacket } from './ip-packet.ts';
import { RecentTable } from './recent-table.ts';

/** So many flows are followed at the same time. */
const MOST = 16_384;

/** FNV-1a's. */
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** All flows that something was said in lately. */
export class Flows {
	readonly #table: RecentTable<Flow>;
	#latest: Flow | undefined;

	/** @param onforget is told of flows in which nothing was said for long, and at the end of all. */
	constructor(onforget: (flow: Flow) => void) {
		this.#table = new RecentTable(MOST, onforget);
	}

	of(
		transport: Path['transport'],
		ip: IpPacket,
		sourcePort: number,
		destinationPort: number
	): Flow {
		const latest = this.#latest;
		const isTcp = transport === 'TCP';
		if (latest && isOf(latest, isTcp, ip, sourcePort, destinationPort)) return latest;
		const isIt = (flow: Flow) => isOf(flow, isTcp, ip, sourcePort, destinationPort);
		const key = keyOf(ip, sourcePort, destinationPort);
		const flow =
			this.#table.find(key, isIt) ?? this.#add(key, transport, ip, [sourcePort, destinationPort]);
		return (this.#latest = flow);
	}

	/** A new one comes in the place of one that is over, between the same ports. */
	replace(flow: Flow, ip: IpPacket, ports: readonly [number, number]): Flow {
		this.#table.remove(flow);
		return (this.#latest = this.#add(flow.key, 'TCP', ip, ports));
	}

	clear(): void {
		this.#latest = undefined;
		this.#table.clear();
	}

	#add(
		key: number,
		transport: Path['transport'],
		ip: IpPacket,
		ports: readonly [number, number]
	): Flow {
		const flow = new Flow(key, transport, ip, ports);
		this.#table.add(flow);
		return flow;
	}
}

function isOf(
	flow: Flow,
	isTcp: boolean,
	ip: IpPacket,
	source: number,
	destination: number
): boolean {
	return (flow.transport !== 'UDP') === isTcp && flow.endOf(ip, source, destination) !== undefined;
}

/** The same both ways. */
function keyOf(
	{ bytes, source, destination, addressLength }: IpPacket,
	from: number,
	to: number
): number {
	const one = hashed(bytes, source, addressLength, from);
	const other = hashed(bytes, destination, addressLength, to);
	return (one + other) | 0;
}

function hashed(bytes: Uint8Array, at: number, length: number, port: number): number {
	let hash = BASIS ^ port;
	for (let byte = at; byte < at + length; byte++) {
		hash = Math.imul(hash ^ (bytes[byte] ?? 0), PRIME);
	}
	return Math.imul(hash ^ (hash >>> 15), PRIME);
}
