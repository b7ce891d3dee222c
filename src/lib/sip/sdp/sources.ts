/** One source of RTP packets in a stream (RFC 5576 §4.1). */
export interface SdpSource {
	ssrc: number;
	/** `cname`, `msid`, …; `''` for one without a value. */
	attributes: Map<string, string>;
}

/** Adds `1234 cname:abc` to what is known of that source. Tells whether it could be read. */
export function addSource(sources: Map<number, SdpSource>, value: string): boolean {
	const [, digits, name, , text = ''] = /^(\d{1,10}) +([^\s:]+)(:(.*))?$/.exec(value) ?? [];
	if (digits === undefined || name === undefined) return false;
	const ssrc = Number(digits);
	const source = sources.get(ssrc) ?? { ssrc, attributes: new Map<string, string>() };
	sources.set(ssrc, source);
	if (!source.attributes.has(name)) source.attributes.set(name, text);
	return true;
}
