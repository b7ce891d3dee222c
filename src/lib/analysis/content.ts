import type { SdpDirection } from '../sip/sdp.ts';

/** What analysis keeps of a message beyond its head. Absent where a message says no such thing. */
export interface Content {
	/** Has Authorization or Proxy-Authorization. */
	credentials?: true;
	sdp?: SessionContent;
	/** RingCentral's XML, in a MESSAGE's body or an INVITE's P-rc field. */
	command?: CommandContent;
	info?: InfoContent;
	/** Status line in the body of a NOTIFY (RFC 3515 §2.4.4). */
	sipfrag?: { status: number; reason: string };
	/** `session-id` of `p-rc-api-ids`. */
	sessionId?: string;
	/** Of Refer-To: whom the call shall go to, and whether that replaces a call (RFC 3891). */
	referTo?: { number: string; replaces: boolean };
}

/** A session description in a word: the first stream's preferred codec, and which way it flows. */
export interface SessionContent {
	/** In lower case; `''` where none is named. */
	codec: string;
	direction: SdpDirection;
}

export interface CommandContent {
	number: number;
	/** `IncomingCall`; `''` where the number is no known command. */
	name: string;
	/** RingCentral's number of the call; `''` where the message has none. */
	sid: string;
	/** Of a caller, where the message names one. */
	phoneNumber?: string;
	callerName?: string;
	/** `Cln`: the client meant. */
	client?: string;
	/** Meant for another client than this user agent's, so that the SDK drops it unseen. */
	foreign?: true;
}

export interface InfoContent {
	kind: 'request' | 'response' | 'status';
	command: string;
	/** 0 is success. */
	code?: number;
	description?: string;
}
