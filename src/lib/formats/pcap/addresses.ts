/** `192.0.2.1:5060`, `[2001:db8::1]:5060`; without a port where that is 0. */
export function addressText(address: Uint8Array, port: number): string {
	const host = address.length === 4 ? address.join('.') : ip6(address);
	if (port === 0) return host;
	return address.length === 4 ? `${host}:${port}` : `[${host}]:${port}`;
}

/** RFC 5952 §4: in small letters, the longest run of two zeros or more left out. */
function ip6(address: Uint8Array): string {
	const words = Array.from({ length: 8 }, (_, word) =>
		(((address[word * 2] ?? 0) << 8) | (address[word * 2 + 1] ?? 0)).toString(16)
	);
	const runs = words.join(':').match(/\b0(:0)+\b/g) ?? [];
	const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), '');
	if (longest === '') return words.join(':');
	const text = words.join(':');
	const at = text.search(new RegExp(`\\b${longest}\\b`));
	const before = text.slice(0, at).replace(/:$/, '');
	return `${before}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}
