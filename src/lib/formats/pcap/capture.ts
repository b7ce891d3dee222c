import type { LeftOutCount, Reading } from '../reading.ts';
import type { CapturedPacket, PacketSink } from './captured-packet.ts';
import { Datagrams } from './datagrams.ts';
import { EXPORTED_PDU, ExportedPdus } from './exported-pdu.ts';
import { Flows } from './flows.ts';
import { Fragments } from './fragments.ts';
import { Gathered } from './gathered.ts';
import { IpPacket, TCP, UDP } from './ip-packet.ts';
import { ipOffset } from './link-layer.ts';
import { Messages } from './messages.ts';
import { Segments } from './segments.ts';

/** Takes the packets of a capture, and gives what of SIP they carried. */
export class Capture implements PacketSink {
	readonly #gathered = new Gathered();
	readonly #messages = new Messages(this.#gathered);
	readonly #flows = new Flows(({ connection }) => connection?.end(false));
	readonly #datagrams = new Datagrams(this.#gathered, this.#flows, this.#messages);
	readonly #segments = new Segments(this.#gathered, this.#flows, this.#messages);
	readonly #exported = new ExportedPdus(this.#gathered, this.#flows, this.#messages);
	readonly #fragments = new Fragments(this.#gathered, (ip) => this.#transport(ip));
	readonly #ip = new IpPacket();
	readonly #unreadable = new Set<number>();

	packet(packet: CapturedPacket): void {
		this.#gathered.at = packet.at;
		this.#gathered.approximate = packet.approximate;
		if (packet.linkType === EXPORTED_PDU) return this.#exported.take(packet);
		const at = ipOffset(packet);
		if (at === undefined) return this.#leaveOutLink(packet.linkType);
		const ip = this.#ip;
		const isIp = at >= 0 && ip.read(packet.bytes, at, packet.end, packet.missing);
		if (!isIp) this.#gathered.leaveOut('other packets');
		else if (!ip.isFragment || this.#fragments.take(ip)) this.#transport(ip);
	}

	loss(reason: 'damaged' | 'cut off', detail: string, count?: number): void {
		this.#gathered.loss(reason, detail, count);
	}

	/** What came of the packets since this was last called. */
	fetch(): Reading {
		return this.#gathered.fetch();
	}

	end(): LeftOutCount[] {
		this.#fragments.end();
		this.#flows.clear();
		return this.#gathered.leftOut;
	}

	#transport(ip: IpPacket): void {
		if (ip.protocol === UDP) this.#datagrams.take(ip);
		else if (ip.protocol === TCP) this.#segments.take(ip);
		else this.#gathered.leaveOut('other packets');
	}

	#leaveOutLink(linkType: number): void {
		this.#gathered.leaveOut('other packets');
		if (this.#unreadable.has(linkType)) return;
		this.#unreadable.add(linkType);
		this.#gathered.loss(
			'damaged',
			`packets of link type ${linkType}, which Sipscope does not know`
		);
	}
}
