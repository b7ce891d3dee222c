import { numberOf, wordsOf } from './words.ts';

/** The fields of a description that are no attributes (RFC 8866 §5). */

/** The `o=` line; a new description of the same session has a higher version. */
export interface SdpOrigin {
	username: string;
	sessionId: string;
	version: string;
	address: string;
}

/** `- 4611 2 IN IP4 192.0.2.7`; what is missing is `''`. */
export function parseOrigin(value: string): SdpOrigin {
	const [username = '', sessionId = '', version = '', , , address = ''] = wordsOf(value);
	return { username, sessionId, version, address };
}

export function isSoundOrigin(value: string): boolean {
	return /^\S+ \d+ \d+ IN IP[46] \S+$/.test(value);
}

/** The address of `IN IP4 192.0.2.7/127`, without the scope of a multicast. */
export function parseConnection(value: string): string | undefined {
	return wordsOf(value)[2]?.split('/', 1)[0];
}

export function isSoundConnection(value: string): boolean {
	return /^IN IP[46] \S+$/.test(value);
}

/** `b=AS:64`: `AS` in kbit/s, `TIAS` in bit/s (RFC 3890). */
export interface SdpBandwidth {
	type: string;
	value: number;
}

export function parseBandwidth(value: string): SdpBandwidth | undefined {
	const [, type, digits] = /^([^\s:]+):(\d{1,15})$/.exec(value) ?? [];
	return type === undefined ? undefined : { type, value: Number(digits) };
}

/** The `m=` line. */
export interface MediaField {
	/** `audio`, `video`, `application`. */
	kind: string;
	/** 0: refused, or bundled with another section. */
	port: number;
	/** `UDP/TLS/RTP/SAVPF`. */
	protocol: string;
	/** As written; payload types where the protocol is one of RTP's. */
	formats: string[];
}

/** `audio 49170 RTP/AVP 0 8`; what is missing is `''`, or 0. */
export function parseMediaField(value: string): MediaField {
	const [kind = '', port = '', protocol = '', ...formats] = wordsOf(value);
	return { kind, port: Math.max(0, numberOf(port, 0, port.length)), protocol, formats };
}

export function isSoundMediaField(value: string): boolean {
	const { port, formats, protocol } = parseMediaField(value);
	if (!/^\S+ \d{1,5}(?:\/\d{1,5})? \S+(?: \S+)+$/.test(value) || port > 65535) return false;
	return (
		!isRtp(protocol) || formats.every((format) => /^\d{1,3}$/.test(format) && Number(format) <= 127)
	);
}

/** Whether the formats are payload types. */
export function isRtp(protocol: string): boolean {
	return /(?:^|\/)RTP\//.test(protocol);
}
