/** Patterns of what may be an address, to be built into others; `ipAddressKey` tells whether it is one. */
export const IPV4 = String.raw`(?<![\d.]|\b[vV])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)`;
export const IPV6 = String.raw`(?<![\w:.])(?:[\da-fA-F]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-fA-F]{0,4})(?![\w:]|\.\d)`;

/** The same for all ways to write an address; `undefined` where it is none. */
export function ipAddressKey(text: string): string | undefined {
	return text.includes(':') ? ipv6Key(text) : ipv4Key(text);
}

function ipv4Key(text: string): string | undefined {
	if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return undefined;
	const octets = text.split('.').map(Number);
	return octets.every((octet) => octet <= 255) ? octets.join('.') : undefined;
}

function ipv6Key(text: string): string | undefined {
	const groups = text.toLowerCase().split(':');
	const last = ipv4Key(groups.at(-1) ?? '');
	if (last !== undefined) groups.splice(-1, 1, ...embedded(last));
	if (!groups.every((group) => /^[\da-f]{0,4}$/.test(group))) return undefined;
	const gap = text.indexOf('::');
	if (gap < 0)
		return groups.length === 8 && !groups.includes('') ? groups.map(short).join(':') : undefined;
	const [before, after] = [text.slice(0, gap), text.slice(gap + 2)].map((side) => groupsOf(side));
	const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0);
	if (missing < 1) return undefined;
	return [...(before ?? []), ...Array<string>(missing).fill('0'), ...(after ?? [])].join(':');
}

/** RFC 5118 §4.10 knows `:::` before an embedded IPv4 address. */
function groupsOf(side: string): string[] {
	const groups = side
		.toLowerCase()
		.split(':')
		.filter((group) => group !== '');
	const last = ipv4Key(groups.at(-1) ?? '');
	if (last !== undefined) groups.splice(-1, 1, ...embedded(last));
	return groups.map(short);
}

function embedded(ipv4: string): string[] {
	const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
	return [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16));
}

function short(group: string): string {
	return group.replace(/^0+(?=.)/, '');
}

/** An IPv4 address as the number that RingCentral's XML writes; `undefined` where it is none. */
export function ipv4OfNumber(text: string): string | undefined {
	if (!/^\d{8,10}$/.test(text) || Number(text) > 0xffffffff) return undefined;
	const number = Number(text);
	return [24, 16, 8, 0].map((bits) => (number >>> bits) & 0xff).join('.');
}

export function numberOfIpv4(text: string): string {
	return String(text.split('.').reduce((number, octet) => number * 256 + Number(octet), 0));
}
