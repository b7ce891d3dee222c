/** One side of a datagram. */
export interface Endpoint {
	/** Four bytes, or sixteen of IPv6. */
	readonly address: Uint8Array;
	readonly port: number;
}

/** Reads `192.0.2.1:5060`, `[2001:db8::1]:5060`; `undefined` where a host is a name, or a port is missing. */
export function parseEndpoint(text: string): Endpoint | undefined {
	const [, ip6, host = '', digits = ''] =
		/^(?:\[([\da-f:.]+)\]|([\d.]+)):(\d{1,5})$/i.exec(text) ?? [];
	const address = ip6 === undefined ? parseIp4(host) : parseIp6(ip6);
	const port = Number(digits);
	return address === undefined || port > 0xffff ? undefined : { address, port };
}

function parseIp4(text: string): Uint8Array | undefined {
	const parts = text.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : NaN));
	return parts.length === 4 && parts.every((part) => part <= 255)
		? Uint8Array.from(parts)
		: undefined;
}

/** RFC 4291 §2.2: eight words, of which `::` stands for those that are zero; the last two may be an IPv4 address. */
function parseIp6(text: string): Uint8Array | undefined {
	const [before = '', after, more] = text.split('::');
	if (more !== undefined) return undefined;
	const head = wordsOf(before);
	const tail = after === undefined ? [] : wordsOf(after);
	const zeros = 8 - head.length - tail.length;
	if (after === undefined ? zeros !== 0 : zeros < 1) return undefined;
	const words = [...head, ...Array<number>(zeros).fill(0), ...tail];
	if (words.some((word) => Number.isNaN(word))) return undefined;
	return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 0xff]));
}

function wordsOf(text: string): number[] {
	if (text === '') return [];
	return text.split(':').flatMap((word) => {
		const ip4 = word.includes('.') ? parseIp4(word) : undefined;
		if (ip4 !== undefined)
			return [ip4[0] ?? 0, ip4[2] ?? 0].map((high, at) => (high << 8) | (ip4[at * 2 + 1] ?? 0));
		return [/^[\da-f]{1,4}$/i.test(word) ? parseInt(word, 16) : NaN];
	});
}
