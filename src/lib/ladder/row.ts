import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry } from '../trace/entry.ts';
import type { Duration, Instant } from '../trace/instant.ts';
import type { Tone } from './tone.ts';

export type Row = Rung | Mark | Gap;

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
	/** `sdp opus sendrecv`, `Cmd 6 IncomingCall`, `with credentials`; `''` where there is none. */
	readonly note: string;
	readonly tone: Tone;
	readonly response: boolean;
	readonly retransmission: boolean;
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

/** Time in which nothing was seen, drawn short. */
export interface Gap {
	readonly type: 'gap';
	readonly duration: Duration;
	/** `3.8 s later`. */
	readonly label: string;
}
