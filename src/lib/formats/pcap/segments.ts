import type { Flow } from './flow.ts';
import type { Flows } from './flows.ts';
import type { Gathered } from './gathered.ts';
import type { IpPacket } from './ip-packet.ts';
import type { Messages } from './messages.ts';
import { other } from './phone-ends.ts';
import { StreamMemory } from './stream-memory.ts';
import { TcpConnection } from './tcp-connection.ts';

const HEADER = 20;
const FIN = 0x01;
const SYN = 0x02;
const RST = 0x04;
const ACK = 0x10;

/** Takes TCP segments to the streams that they belong to (RFC 9293 §3.1). */
export class Segments {
	readonly #gathered: Gathered;
	readonly #flows: Flows;
	readonly #messages: Messages;
	readonly #memory = new StreamMemory();

	constructor(gathered: Gathered, flows: Flows, messages: Messages) {
		this.#gathered = gathered;
		this.#flows = flows;
		this.#messages = messages;
	}

	take(ip: IpPacket): void {
		const { bytes, start } = ip;
		const header = ((bytes[start + 12] ?? 0) >> 4) * 4;
		if (start + HEADER > ip.end || header < HEADER || start + header > ip.end) {
			return this.#gathered.leaveOut('other packets');
		}
		const seq = u32(bytes, start + 4);
		const flags = bytes[start + 13] ?? 0;
		const ports = [u16(bytes, start), u16(bytes, start + 2)] as const;
		let flow = this.#flows.of('TCP', ip, ...ports);
		if (flags & SYN && this.#isAnother(flow, ip, ports, seq)) {
			flow.connection?.end(false);
			flow = this.#flows.replace(flow, ip, ports);
		}
		this.#pass(flow, ip, { seq, flags, ports, header });
	}

	#pass(flow: Flow, ip: IpPacket, { seq, flags, ports, header }: Segment): void {
		const { bytes, end, missing } = ip;
		const from = flow.endOf(ip, ...ports) ?? 0;
		const connection = (flow.connection ??= this.#connect(flow));
		const stream = connection.streams[from];
		const start = ip.start + header;
		if (flags & SYN) {
			connection.client ??= flags & ACK ? other(from) : from;
			stream.begin(seq);
		}
		const first = flags & SYN ? (seq + 1) | 0 : seq;
		if (flags & ACK) connection.streams[other(from)].acknowledged(u32(bytes, ip.start + 8));
		if (end > start || missing > 0) stream.take(first, bytes, start, end, missing);
		if (flags & FIN) stream.finish((first + end - start + missing) | 0);
		if (flags & RST) connection.end(true);
	}

	/** A SYN with another number than before opens another connection between the same ports. */
	#isAnother(flow: Flow, ip: IpPacket, ports: readonly [number, number], seq: number): boolean {
		const stream = flow.connection?.streams[flow.endOf(ip, ...ports) ?? 0];
		return stream?.next !== undefined && stream.initial !== ((seq + 1) | 0);
	}

	#connect(flow: Flow): TcpConnection {
		return new TcpConnection(flow, this.#gathered, this.#messages, this.#memory);
	}
}

interface Segment {
	readonly seq: number;
	readonly flags: number;
	readonly ports: readonly [number, number];
	/** How long the header is. */
	readonly header: number;
}

function u16(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** As a signed number: sequence numbers are only compared by their difference. */
function u32(bytes: Uint8Array, at: number): number {
	return (u16(bytes, at) << 16) | u16(bytes, at + 2);
}
