import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry } from '../trace/entry.ts';
import type { Duration, Instant } from '../trace/instant.ts';
import type { FoldHead } from './fold.ts';
import type { Tone } from './tone.ts';

export type Row = Rung | Mark | FoldLine | Missing | Gap;

/** A row that stands for something seen, at a time. */
export type TimedRow = Exclude<Row, Gap>;

/** One message, as an arrow between two lanes. */
export interface Rung {
	readonly type: 'rung';
	readonly seq: number;
	readonly at: Instant;
	/** Index of the lane that sent it. */
	readonly from: number;
	readonly to: number;
	/** `INVITE`, `180 Ringing`. */
	readonly label: string;
	/** `sdp opus pcmu sendrecv`, `Cmd 6 IncomingCall`, `with credentials`; `''` where there is none. */
	readonly note: string;
	/** Number of its CSeq; -1 where it has none. */
	readonly cseq: number;
	readonly tone: Tone;
	readonly response: boolean;
	readonly retransmission: boolean;
	/** Index of its call among the ladder's legs; -1 where it is of none of them. */
	readonly leg: number;
	/** Seq of the 2xx that an ACK acknowledges. */
	readonly acknowledges: number | undefined;
	/** What is folded behind it. */
	readonly fold: FoldHead | undefined;
	readonly message: SeenMessage;
}

/** Something else that was seen: a socket, phone or media event at a lane, or a loss. */
export interface Mark {
	readonly type: 'mark';
	readonly seq: number;
	readonly at: Instant;
	/** Index of its lane; 0 where it concerns all of them. */
	readonly lane: number;
	readonly label: string;
	readonly note: string;
	readonly tone: Tone;
	readonly entry: Entry;
}

/** Messages between two lanes that say nothing new, as one line. */
export interface FoldLine {
	readonly type: 'fold';
	/** Of the first of them. */
	readonly seq: number;
	readonly at: Instant;
	/** When the last of them was seen. */
	readonly until: Instant;
	/** Index of the lane whose phone exchanges them, and of the server's. */
	readonly from: number;
	readonly to: number;
	/** `12 refreshes`. */
	readonly label: string;
	/** `72 messages in 11 min`. */
	readonly note: string;
	readonly tone: Tone;
	readonly fold: FoldHead;
}

/** A message that should have come and did not. */
export interface Missing {
	readonly type: 'missing';
	/** Of the message that waited for it. */
	readonly seq: number;
	/** When nobody waited for it any longer. */
	readonly at: Instant;
	/** Index of the lane that should have sent it. */
	readonly from: number;
	readonly to: number;
	/** `no response`, `no ACK`. */
	readonly label: string;
	/** `to REGISTER 4711 · within 32 s`. */
	readonly note: string;
	readonly message: SeenMessage;
}

/** Time in which nothing was seen, drawn short. */
export interface Gap {
	readonly type: 'gap';
	readonly duration: Duration;
	/** `3.8 s later`. */
	readonly label: string;
}
