import type { CapturedPacket } from './captured-packet.ts';
import type { Flows } from './flows.ts';
import type { Gathered } from './gathered.ts';
import { IpPacket } from './ip-packet.ts';
import { type Messages, payloadOf } from './messages.ts';
import { startsSip } from './starts-sip.ts';

/** Packets of Wireshark's "Export PDUs": tags, and behind them what a protocol carried. */
export const EXPORTED_PDU = 252;

/** Wireshark's wsutil/exported_pdu_tlvs.h. */
const END = 0;
const SOURCES: ReadonlySet<number> = new Set([20, 22]);
const DESTINATIONS: ReadonlySet<number> = new Set([21, 23]);
const PORT_TYPE = 24;
const SOURCE_PORT = 25;
const DESTINATION_PORT = 26;
const TCP = 2;

/** Reads messages that Wireshark took out of their packets. */
export class ExportedPdus {
	readonly #gathered: Gathered;
	readonly #flows: Flows;
	readonly #messages: Messages;
	readonly #ip = new IpPacket();

	constructor(gathered: Gathered, flows: Flows, messages: Messages) {
		this.#gathered = gathered;
		this.#flows = flows;
		this.#messages = messages;
	}

	take({ bytes, start, end, missing }: CapturedPacket): void {
		const ip = this.#ip;
		let ports: readonly [number, number] = [0, 0];
		let transport: 'UDP' | 'TCP' = 'UDP';
		ip.bytes = bytes;
		ip.addressLength = 0;
		let at = start;
		while (at + 4 <= end) {
			const tag = u16(bytes, at);
			const length = u16(bytes, at + 2);
			at += 4;
			if (tag === END) break;
			if (SOURCES.has(tag)) [ip.source, ip.addressLength] = [at, length];
			else if (DESTINATIONS.has(tag)) [ip.destination, ip.addressLength] = [at, length];
			else if (tag === SOURCE_PORT) ports = [port(bytes, at), ports[1]];
			else if (tag === DESTINATION_PORT) ports = [ports[0], port(bytes, at)];
			else if (tag === PORT_TYPE && port(bytes, at) === TCP) transport = 'TCP';
			at += length;
		}
		if (!startsSip(bytes, at, end)) return this.#gathered.leaveOut('other packets');
		const flow = this.#flows.of(transport, ip, ...ports);
		const from = flow.endOf(ip, ...ports) ?? 0;
		this.#messages.take(flow, from, payloadOf(bytes.subarray(at, end)));
		if (missing > 0) {
			this.#gathered.loss('cut off', `the message before goes on for ${missing} bytes`);
		}
	}
}

/** Ports are written in four bytes. */
function port(bytes: Uint8Array, at: number): number {
	return u16(bytes, at + 2);
}

function u16(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
