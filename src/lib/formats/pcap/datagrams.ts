import type { Flows } from './flows.ts';
import type { Gathered } from './gathered.ts';
import type { IpPacket } from './ip-packet.ts';
import { type Messages, payloadOf } from './messages.ts';
import { startsSip } from './starts-sip.ts';

const HEADER = 8;
const SIP_PORTS: ReadonlySet<number> = new Set([5060, 5061]);

/** Finds SIP in UDP: a datagram is a message (RFC 3261 §18.3). */
export class Datagrams {
	readonly #gathered: Gathered;
	readonly #flows: Flows;
	readonly #messages: Messages;

	constructor(gathered: Gathered, flows: Flows, messages: Messages) {
		this.#gathered = gathered;
		this.#flows = flows;
		this.#messages = messages;
	}

	take(ip: IpPacket): void {
		const { bytes } = ip;
		const start = ip.start + HEADER;
		if (start > ip.end) return this.#leaveOut();
		const sourcePort = u16(bytes, ip.start);
		const destinationPort = u16(bytes, ip.start + 2);
		const length = u16(bytes, ip.start + 4);
		const total = length < HEADER ? ip.end + ip.missing : ip.start + length;
		const end = Math.min(ip.end, total);
		const isSip = startsSip(bytes, start, end);
		if (!isSip && !isText(bytes, start, end)) return this.#leaveOut();
		if (!isSip && !SIP_PORTS.has(sourcePort) && !SIP_PORTS.has(destinationPort)) {
			return this.#leaveOut();
		}
		const flow = this.#flows.of('UDP', ip, sourcePort, destinationPort);
		const from = flow.endOf(ip, sourcePort, destinationPort) ?? 0;
		this.#messages.take(flow, from, payloadOf(bytes.subarray(start, end)));
		if (total > end) this.#tellCut(end - start, total - start);
	}

	#tellCut(captured: number, length: number): void {
		const detail = `of the message before, ${captured} of ${length} bytes were captured`;
		this.#gathered.loss('cut off', detail);
	}

	#leaveOut(): void {
		this.#gathered.leaveOut('other packets');
	}
}

/** What is said between SIP's ports and is no message, if it is text, is evidence; voice and STUN are not. */
function isText(bytes: Uint8Array, start: number, end: number): boolean {
	const first = start < end ? (bytes[start] ?? 0) : 0;
	return (first >= 0x20 && first < 0x7f) || first === 0x0d || first === 0x0a;
}

function u16(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
