export const TCP = 6;
export const UDP = 17;

/** IPv6 headers that come between (RFC 8200 §4): hop-by-hop, routing, destination options, mobility. */
const EXTENSIONS: ReadonlySet<number> = new Set([0, 43, 60, 135]);
const FRAGMENT = 44;
/** RFC 4302: its length counts in words of four bytes. */
const AUTHENTICATION = 51;

/** An IP packet (RFC 791, RFC 8200). The same object is filled anew for each. */
export class IpPacket {
	bytes: Uint8Array = new Uint8Array();
	/** Where the addresses are in `bytes`, and how long: 4 or 16. */
	source = 0;
	destination = 0;
	addressLength = 4;
	/** What it carries lies from `start` to `end`, as far as it was captured. */
	protocol = 0;
	start = 0;
	end = 0;
	/** So many bytes of it were not captured. */
	missing = 0;
	/** Whether it carries a part of something longer. */
	isFragment = false;
	id = 0;
	fragmentOffset = 0;
	moreFragments = false;

	/** Reads what begins at `start`; `false` where it is no IP packet, or ends within its header. */
	read(bytes: Uint8Array, start: number, end: number, missing: number): boolean {
		this.bytes = bytes;
		this.isFragment = false;
		this.fragmentOffset = 0;
		this.moreFragments = false;
		const version = start < end ? (bytes[start] ?? 0) >> 4 : 0;
		if (version === 4) return this.#read4(start, end, missing);
		return version === 6 && this.#read6(start, end, missing);
	}

	/** Becomes one that was put together: its addresses, and behind them what it carries. */
	become(bytes: Uint8Array, addresses: number, protocol: number, missing: number): void {
		this.bytes = bytes;
		this.addressLength = addresses / 2;
		this.source = 0;
		this.destination = addresses / 2;
		this.protocol = protocol;
		this.start = addresses;
		this.end = bytes.length;
		this.missing = missing;
		this.isFragment = false;
	}

	#read4(start: number, end: number, missing: number): boolean {
		const header = ((this.bytes[start] ?? 0) & 0x0f) * 4;
		if (header < 20 || start + header > end) return false;
		this.addressLength = 4;
		this.source = start + 12;
		this.destination = start + 16;
		this.protocol = this.bytes[start + 9] ?? 0;
		this.start = start + header;
		this.#endAt(start, this.#u16(start + 2), end, missing);
		const fragmentation = this.#u16(start + 6);
		this.#fragment(
			this.#u16(start + 4),
			(fragmentation & 0x1fff) * 8,
			(fragmentation & 0x2000) !== 0
		);
		return this.start <= this.end;
	}

	#read6(start: number, end: number, missing: number): boolean {
		const header = 40;
		if (start + header > end) return false;
		this.addressLength = 16;
		this.source = start + 8;
		this.destination = start + 24;
		this.protocol = this.bytes[start + 6] ?? 0;
		this.start = start + header;
		const length = this.#u16(start + 4);
		this.#endAt(start, length === 0 ? 0 : header + length, end, missing);
		return this.#skipExtensions();
	}

	/** The length tells what padding follows; 0 is written where the network card fills it in later. */
	#endAt(start: number, length: number, end: number, missing: number): void {
		const total = length === 0 ? end + missing : start + length;
		this.end = Math.min(total, end);
		this.missing = total - this.end;
	}

	#skipExtensions(): boolean {
		while (true) {
			const next = this.protocol;
			const isExtension = EXTENSIONS.has(next) || next === FRAGMENT || next === AUTHENTICATION;
			if (!isExtension) return this.start <= this.end;
			if (this.start + 8 > this.end) return false;
			const length = this.bytes[this.start + 1] ?? 0;
			if (next === FRAGMENT) this.#readFragmentHeader();
			this.protocol = this.bytes[this.start] ?? 0;
			this.start +=
				next === FRAGMENT ? 8 : next === AUTHENTICATION ? (length + 2) * 4 : (length + 1) * 8;
			// What follows in a later fragment is no header.
			if (this.fragmentOffset > 0) return this.start <= this.end;
		}
	}

	#readFragmentHeader(): void {
		const at = this.start;
		const fragmentation = this.#u16(at + 2);
		const id = this.#u16(at + 4) * 0x10000 + this.#u16(at + 6);
		this.#fragment(id, fragmentation & 0xfff8, (fragmentation & 1) !== 0);
	}

	#fragment(id: number, offset: number, more: boolean): void {
		this.id = id;
		this.fragmentOffset = offset;
		this.moreFragments = more;
		this.isFragment = more || offset > 0;
	}

	#u16(at: number): number {
		return ((this.bytes[at] ?? 0) << 8) | (this.bytes[at + 1] ?? 0);
	}
}
