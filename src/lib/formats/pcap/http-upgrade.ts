import type { Deflate } from './inflater.ts';

/** What is said before a connection becomes a WebSocket (RFC 6455 §4). */
export interface UpgradeRequest {
	readonly kind: 'request';
	readonly url: string;
}

export interface UpgradeResponse {
	readonly kind: 'response';
	/** Of those that the client offered, the one that is spoken; `''` where there is none. */
	readonly protocol: string;
	readonly deflate: Deflate | undefined;
}

/** Reads the head of an HTTP message; `undefined` where it is not about a WebSocket. */
export function readUpgrade(
	head: string,
	server: string
): UpgradeRequest | UpgradeResponse | undefined {
	const [line = '', ...lines] = head.split(/\r?\n/);
	const fields = lines.map((field) => /^([^:\s]+)\s*:\s*(.*?)\s*$/.exec(field));
	const valueOf = (name: string) =>
		fields
			.filter((field) => field?.[1]?.toLowerCase() === name)
			.map((field) => field?.[2])
			.join(', ');
	if (!/\bwebsocket\b/i.test(valueOf('upgrade'))) return undefined;
	const target = /^GET (\S+) HTTP\/1/.exec(line)?.[1];
	if (target !== undefined) {
		return { kind: 'request', url: `ws://${valueOf('host') || server}${target}` };
	}
	if (!/^HTTP\/1\.\d 101\b/.test(line)) return undefined;
	return {
		kind: 'response',
		protocol: valueOf('sec-websocket-protocol'),
		deflate: deflateIn(valueOf('sec-websocket-extensions'))
	};
}

/** What the ends agreed on for compressed messages (RFC 7692 §7.1). */
function deflateIn(extensions: string): Deflate | undefined {
	const agreed = extensions.split(',').find((one) => /^\s*permessage-deflate\b/i.test(one));
	if (agreed === undefined) return undefined;
	return {
		clientForgets: /\bclient_no_context_takeover\b/i.test(agreed),
		serverForgets: /\bserver_no_context_takeover\b/i.test(agreed)
	};
}
