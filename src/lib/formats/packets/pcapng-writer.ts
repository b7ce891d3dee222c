import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import type { Annotation } from '../../trace/annotation.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import { joined } from '../bytes/joined.ts';
import type { TraceToWrite, TraceWriter } from '../format.ts';
import { connectionOf, SeenPhones } from '../seen-phones.ts';
import { exportedPdu } from './exported-pdu.ts';
import { ethernetFrame } from './ethernet-frame.ts';
import { LONGEST_PAYLOAD } from './ip-datagram.ts';
import {
	enhancedPacket,
	interfaceDescription,
	LINKTYPE_ETHERNET,
	LINKTYPE_UPPER_PDU,
	sectionHeader
} from './pcapng-blocks.ts';
import { type Way, Ways } from './ways.ts';

/** What the packets of a capture are. */
interface Carrier {
	readonly linkType: number;
	/** So many bytes of a message fit. */
	readonly room: number;
	pack(way: Way, payload: Uint8Array, entry: MessageEntry): Uint8Array;
}

const DATAGRAMS: Carrier = {
	linkType: LINKTYPE_ETHERNET,
	room: LONGEST_PAYLOAD,
	pack: (way, payload) => ethernetFrame({ ...way, payload })
};

/** Wireshark takes packets of 256 KiB; the rest is for what goes before the message. */
const EXPORTED: Carrier = {
	linkType: LINKTYPE_UPPER_PDU,
	room: 255 * 1024,
	pack: (way, payload, { path }) => exportedPdu({ ...way, payload }, path?.transport ?? 'WSS')
};

const ALWAYS_LOST = [
	'which phone saw a message, and notes, but for comments at their packets; imported connections are named by addresses',
	'messages that never left their phone',
	'events of phones, sockets and media, and losses'
];

/** Datagrams, since that is what every program that reads captures knows SIP in. */
export const pcapngWriter: TraceWriter = {
	loses: [
		'the transport: each message is a UDP datagram',
		'messages of more than 65,507 bytes, which are cut',
		'addresses of live phones, which get reserved ones',
		...ALWAYS_LOST
	],
	write: (trace) => write(trace, DATAGRAMS)
};

/** Messages without packets around them, as Wireshark alone reads them. */
export const exportedPduWriter: TraceWriter = {
	loses: [
		'whether TCP carried WebSocket or TLS',
		'messages of more than 255 KiB, which are cut',
		'addresses of live phones, which get reserved ones',
		...ALWAYS_LOST
	],
	write: (trace) => write(trace, EXPORTED)
};

async function* write(
	{ header, annotations, batches }: TraceToWrite,
	carrier: Carrier
): AsyncGenerator<Uint8Array> {
	yield sectionHeader(`Sipscope ${header.versions.sipscope}`, header.name);
	const packets = new Packets(carrier, annotations);
	for await (const batch of batches()) {
		const blocks: Uint8Array[] = [];
		for (const entry of batch) {
			packets.phones.take(entry);
			if (entry.kind === 'message' && !entry.undelivered) blocks.push(...packets.of(entry));
		}
		yield joined(blocks);
	}
}

/** Makes the blocks of messages. */
class Packets {
	readonly phones = new SeenPhones();
	readonly #ways = new Ways(this.phones);
	readonly #interfaces = new Map<string, number>();
	readonly #carrier: Carrier;
	readonly #annotations: ReadonlyMap<number, Annotation>;

	constructor(carrier: Carrier, annotations: readonly Annotation[]) {
		this.#carrier = carrier;
		this.#annotations = new Map(annotations.map((annotation) => [annotation.seq, annotation]));
	}

	/** Its packet, and before the first one of a connection the interface that stands for it. */
	of(entry: MessageEntry): Uint8Array[] {
		const { at, direction, bytes, text = '' } = entry;
		const connection = connectionOf(entry);
		const known = this.#interfaces.get(connection);
		const number = known ?? this.#interfaces.size;
		this.#interfaces.set(connection, number);
		const whole = bytes ?? encodeUtf8(text);
		const payload = whole.subarray(0, this.#carrier.room);
		const packet = enhancedPacket({
			interface: number,
			at,
			direction,
			content: this.#carrier.pack(this.#ways.of(entry), payload, entry),
			missing: whole.length - payload.length,
			comment: this.#comment(entry)
		});
		return known === undefined ? [this.#interface(entry), packet] : [packet];
	}

	#interface(entry: MessageEntry): Uint8Array {
		const name = this.phones.nameOf(entry) ?? connectionOf(entry);
		return interfaceDescription(this.#carrier.linkType, name, entry.instance ?? '');
	}

	#comment(entry: MessageEntry): string {
		const annotation = this.#annotations.get(entry.seq);
		const lines = [
			this.phones.nameOf(entry) ?? '',
			entry.instance === undefined ? '' : `instance ${entry.instance}`,
			annotation?.bookmarked ? 'bookmarked' : '',
			annotation?.note ?? ''
		];
		return lines.filter((line) => line !== '').join('\n');
	}
}
