import type { HeaderParts } from '../src/lib/sip/compose.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** A description as part of a message. */
export function session(direction: Direction): { fields: HeaderParts; body: string } {
	return { fields: [['Content-Type', 'application/sdp']], body: sdp(direction) };
}

export function sdp(direction: Direction): string {
	return [
		'v=0',
		'o=- 1 1 IN IP4 192.0.2.1',
		's=-',
		'c=IN IP4 192.0.2.1',
		't=0 0',
		'm=audio 40000 UDP/TLS/RTP/SAVPF 111 0',
		'a=rtpmap:111 opus/48000/2',
		`a=${direction}`,
		''
	].join('\r\n');
}
