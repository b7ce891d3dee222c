import type { Instant } from '../../trace/instant.ts';

/** A packet as a capture holds it. The same object is filled anew for each: nobody keeps it. */
export interface CapturedPacket {
	at: Instant;
	/** Set where the capture has no time of it: it is that of the packet before. */
	approximate: boolean;
	/** What it begins with: https://www.tcpdump.org/linktypes.html */
	linkType: number;
	/** What was captured lies from `start` to `end` of this. */
	bytes: Uint8Array;
	start: number;
	end: number;
	/** So many more bytes were on the wire. */
	missing: number;
}

/** Takes what a capture file holds, in its order. */
export interface PacketSink {
	packet(packet: CapturedPacket): void;
	/** Something there cannot be read, or was never written. */
	loss(reason: 'damaged' | 'cut off', detail: string, count?: number): void;
}

/** Reads a capture file bit by bit. */
export interface PacketReader {
	take(chunk: Uint8Array): void;
	/** The file is over. */
	end(): void;
}

export function emptyPacket(): CapturedPacket {
	const bytes = new Uint8Array();
	return { at: 0, approximate: false, linkType: 0, bytes, start: 0, end: 0, missing: 0 };
}
