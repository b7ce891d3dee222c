import type { Endpoint } from './endpoint.ts';

/** Addresses that nobody has, from the first on. */
interface Range {
	readonly first: readonly [number, number, number, number];
	readonly count: number;
}

/** RFC 5737, RFC 2544 §C.2.2, and RFC 1112 §4, which will never be used up. */
const OF_PHONES: readonly Range[] = [
	{ first: [192, 0, 2, 1], count: 254 },
	{ first: [203, 0, 113, 1], count: 254 },
	{ first: [198, 18, 0, 1], count: 0xfffe },
	{ first: [240, 0, 0, 1], count: 0x4000000 }
];
const OF_SERVERS: readonly Range[] = [
	{ first: [198, 51, 100, 1], count: 254 },
	{ first: [198, 19, 0, 1], count: 0xfffe },
	{ first: [248, 0, 0, 1], count: 0x4000000 }
];

/** Gives each of those that have no address one of their own. */
export class ReservedAddresses {
	readonly #given = new Map<string, Endpoint>();
	readonly #ranges: readonly Range[];
	readonly #port: number;

	private constructor(ranges: readonly Range[], port: number) {
		this.#ranges = ranges;
		this.#port = port;
	}

	/** Not on SIP's own port, so that whoever reads them can tell which end is the phone. */
	static ofPhones(): ReservedAddresses {
		return new ReservedAddresses(OF_PHONES, 5062);
	}

	/** On the port by which other programs know SIP. */
	static ofServers(): ReservedAddresses {
		return new ReservedAddresses(OF_SERVERS, 5060);
	}

	/** The same for the same name. */
	of(name: string): Endpoint {
		let endpoint = this.#given.get(name);
		if (endpoint === undefined) {
			endpoint = { address: this.#address(this.#given.size), port: this.#port };
			this.#given.set(name, endpoint);
		}
		return endpoint;
	}

	#address(number: number): Uint8Array {
		let left = number;
		for (const { first, count } of this.#ranges) {
			if (left < count) return plus(first, left);
			left -= count;
		}
		throw new RangeError('There are more phones than addresses.');
	}
}

function plus(first: Range['first'], number: number): Uint8Array {
	const address = new Uint8Array(4);
	const view = new DataView(address.buffer);
	address.set(first);
	view.setUint32(0, view.getUint32(0) + number);
	return address;
}
