import type { Instant } from '../../trace/instant.ts';
import type { Gathered } from './gathered.ts';
import { IpPacket } from './ip-packet.ts';
import { RecentTable } from './recent-table.ts';

/** So many datagrams are put together at the same time, each of 64 KB at most. */
const MOST = 256;
const LONGEST = 0xffff;

interface Part {
	readonly offset: number;
	readonly bytes: Uint8Array;
}

/** An IP packet that comes in fragments. */
interface Fragmented {
	readonly key: number;
	next: Fragmented | undefined;
	/** Its two addresses, one after the other. */
	readonly addresses: Uint8Array;
	readonly id: number;
	readonly protocol: number;
	readonly at: Instant;
	readonly parts: Part[];
	/** How long the whole is, once its last fragment was seen. */
	length: number | undefined;
	received: number;
}

/** Puts fragments of IP packets together (RFC 791 §3.2, RFC 8200 §4.5). */
export class Fragments {
	readonly #gathered: Gathered;
	readonly #onbeginning: (ip: IpPacket) => void;
	readonly #table: RecentTable<Fragmented>;
	/** Of packets that will never be whole. */
	#headless = 0;

	/** @param onbeginning gets what there is of a packet whose other fragments never came. */
	constructor(gathered: Gathered, onbeginning: (ip: IpPacket) => void) {
		this.#gathered = gathered;
		this.#onbeginning = onbeginning;
		this.#table = new RecentTable(MOST, (one) => this.#forget(one));
	}

	/** Takes a fragment; where it was the one that lacked, `ip` becomes the whole, and `true` comes back. */
	take(ip: IpPacket): boolean {
		const { fragmentOffset: offset } = ip;
		const end = offset + ip.end - ip.start;
		const whole = this.#find(ip) ?? this.#begin(ip);
		if (end > LONGEST || whole.parts.some((part) => part.offset === offset)) return false;
		whole.parts.push({ offset, bytes: ip.bytes.slice(ip.start, ip.end) });
		whole.received += end - offset;
		if (!ip.moreFragments) whole.length = end + ip.missing;
		if (whole.length === undefined || whole.received < whole.length) return false;
		const joined = beginningOf(whole);
		if (joined.length - whole.addresses.length < whole.length) return false;
		this.#table.remove(whole);
		ip.become(joined, whole.addresses.length, whole.protocol, 0);
		return true;
	}

	/** No fragment will come any more. */
	end(): void {
		this.#table.clear();
		if (this.#headless === 0) return;
		const detail = 'fragments of IP packets whose first one was not captured';
		this.#gathered.loss('cut off', `${this.#headless} ${detail}`);
	}

	#find(ip: IpPacket): Fragmented | undefined {
		return this.#table.find(ip.id | 0, (one) => {
			const isIt = one.id === ip.id && one.protocol === ip.protocol;
			return isIt && one.addresses.every((byte, at) => byte === addressByte(ip, at));
		});
	}

	#begin(ip: IpPacket): Fragmented {
		const length = ip.addressLength * 2;
		const begun: Fragmented = {
			key: ip.id | 0,
			next: undefined,
			addresses: Uint8Array.from({ length }, (_, at) => addressByte(ip, at)),
			id: ip.id,
			protocol: ip.protocol,
			at: this.#gathered.at,
			parts: [],
			length: undefined,
			received: 0
		};
		this.#table.add(begun);
		return begun;
	}

	#forget(one: Fragmented): void {
		const { parts, addresses, protocol, length = LONGEST } = one;
		const beginning = beginningOf(one);
		const captured = beginning.length - addresses.length;
		this.#gathered.leaveOut('other packets', parts.length);
		if (captured === 0) {
			this.#headless += parts.length;
			return;
		}
		const { at } = this.#gathered;
		this.#gathered.at = one.at;
		const ip = new IpPacket();
		ip.become(beginning, addresses.length, protocol, length - captured);
		this.#onbeginning(ip);
		this.#gathered.at = at;
	}
}

/** The addresses, and behind them as much from the first fragment on as there is without a gap. */
function beginningOf({ addresses, parts }: Fragmented): Uint8Array {
	parts.sort((one, other) => one.offset - other.offset);
	let length = 0;
	for (const { offset, bytes } of parts) {
		if (offset > length) break;
		length = Math.max(length, offset + bytes.length);
	}
	const joined = new Uint8Array(addresses.length + length);
	joined.set(addresses);
	for (const { offset, bytes } of parts) {
		if (offset < length) joined.set(bytes, addresses.length + offset);
	}
	return joined;
}

function addressByte({ bytes, source, destination, addressLength }: IpPacket, at: number): number {
	return bytes[at < addressLength ? source + at : destination + at - addressLength] ?? 0;
}
