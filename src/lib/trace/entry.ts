import type { Instant } from './instant.ts';

/** As the phone sees it: it sent the message, or received it. */
export type Direction = 'sent' | 'received';

/**
 * Where an entry was seen. Ids, not names: all three are absent where a trace cannot know them (an
 * imported file, say). `instance` is the bare id of `+sip.instance`, without `<urn:uuid:…>`; all
 * phones of a page share one Contact URI, so instance and connection alone tell them apart.
 */
export interface Vantage {
	/** The phone (a profile's id) that saw it. */
	phone?: string;
	instance?: string;
	/** One WebSocket connection; a reconnect is a new one. */
	connection?: string;
}

/** What travelled: `text`, or `bytes` where the frame was binary or is not valid UTF-8. */
export type Payload =
	| { readonly text: string; readonly bytes?: undefined }
	| { readonly text?: undefined; readonly bytes: Uint8Array };

/** Between which addresses a message went, where whatever captured it saw packets. */
export interface Path {
	/** `192.0.2.1:5060`, `[2001:db8::1]:5060`. */
	source: string;
	destination: string;
	transport: 'UDP' | 'TCP' | 'WS' | 'TLS' | 'WSS';
}

interface Seen extends Vantage {
	/** Order of observation, from 0, without gaps; only the recorder, or an import, stamps it. */
	seq: number;
	at: Instant;
	/** Set where an imported file tells the time less finely than the order, or not at all. */
	approximate?: true;
}

/** One frame, exactly as on the wire. It need not be valid SIP. */
export type MessageEntry = Seen &
	Payload & {
		kind: 'message';
		direction: Direction;
		/** Set where the socket was not open, so that a sent message never left the phone. */
		undelivered?: true;
		/** Set in imports of captured packets, and of text that names addresses. */
		path?: Path;
	};

export type SocketEntry = Seen & { kind: 'socket' } & (
		| { event: 'connecting'; url: string }
		| { event: 'open'; protocol: string }
		| { event: 'error' }
		| { event: 'close'; code: number; reason: string; wasClean: boolean }
	);

/** What the SDK, or the person using the phone, did. */
export type PhoneEntry = Seen & { kind: 'phone' } & (
		| {
				event: 'start';
				/** The phone's name, as the person gave it. */
				name: string;
				/** Address-of-record: `sip:user@domain`. */
				addressOfRecord: string;
				/** Extension number, where the user name ends in `*<extension>`. */
				extension?: string;
				/** The page that ran it is gone, and this one goes on with the same instance and calls. */
				takesOver?: true;
		  }
		| { event: 'started' | 'dispose' | 'disposed' }
		| {
				event: 'inboundCall' | 'outboundCall' | 'ringing' | 'answered' | 'disposed-call';
				callId: string;
		  }
		| { event: 'failed'; callId: string; reason: string }
		/** A person's action: `hold`, `transfer`, …; `callId` where it concerns a call. */
		| { event: 'action'; action: string; callId?: string; argument?: string }
		/** What a phone that recovers by itself noticed, or does (docs/recovery.md). */
		| ({ event: 'recovery' } & RecoveryStep)
		/** What the SDK threw, from `action`, or unasked for (`action` absent: an unhandled rejection). */
		| { event: 'error'; message: string; action?: string; callId?: string }
	);

/** Why a phone registers anew, or asks whether it still is. */
export type RecoveryCause =
	| 'socket closed'
	/** The browser said so. */
	| 'network back'
	/** A timer fired so late, or the page was told so, that machine or page must have slept. */
	| 'slept'
	/** No refresh was granted, though one was due. */
	| 'refresh overdue'
	| 'refresh refused';

export type RecoveryStep =
	| { step: 'offline' }
	| { step: 'begin'; cause: RecoveryCause }
	/** Registers over the socket that it has, to see whether somebody still answers. */
	| { step: 'check' }
	/** `attempt` counts from 1. */
	| { step: 'wait'; attempt: number; seconds: number; proxy: 'primary' | 'backup' }
	| { step: 'attempt'; attempt: number; proxy: 'primary' | 'backup' }
	/** `status` where the edge answered the REGISTER. */
	| { step: 'fail'; attempt: number; status?: number }
	| { step: 'registered' }
	/** The edge will not change its mind. */
	| { step: 'give-up'; status: number }
	| { step: 're-invite'; callId: string; held: boolean };

export type MediaEntry = Seen & { kind: 'media'; callId: string } & (
		| {
				event: 'ice-gathering' | 'ice-connection' | 'dtls' | 'connection' | 'signaling';
				state: string;
		  }
		| { event: 'stats'; stats: MediaStats }
	);

/** A second of a call, counted from its beginning (W3C webrtc-stats). */
export interface MediaStats {
	packetsSent: number;
	packetsReceived: number;
	packetsLost: number;
	bytesSent: number;
	bytesReceived: number;
	jitterSeconds?: number;
	roundTripSeconds?: number;
	/** Loudness of the remote side, 0 to 1. */
	remoteLevel?: number;
	codec?: string;
	localCandidateType?: string;
	remoteCandidateType?: string;
}

/** Evidence that is known to be missing between the entries before and after it. */
export type LossEntry = Seen & {
	kind: 'loss';
	reason: LossReason;
	/** Number of entries lost, where known. */
	count?: number;
	detail?: string;
};

export type LossReason =
	/** Storage refused (quota, private mode, …): what was seen meanwhile lived in memory only. */
	| 'storage'
	/** The page ended before its last entries could be stored. */
	| 'interrupted'
	/** The app that streamed had to forget: nobody took its entries for longer than it could keep them. */
	| 'stream'
	/** A file that was imported holds something there that cannot be read. */
	| 'damaged'
	/** A file that was imported ends in the middle, or captured only the beginning. */
	| 'cut off';

export type Entry = MessageEntry | SocketEntry | PhoneEntry | MediaEntry | LossEntry;

/** An entry that no recorder has stamped yet. */
export type Unstamped<E extends Entry = Entry> = E extends Entry ? Omit<E, 'seq' | 'at'> : never;
