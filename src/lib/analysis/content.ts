import type { SessionScan } from '../sip/sdp/session-scan.ts';

/**
 * What analysis reads of a message beyond its head, when it is asked for; each part absent where the
 * message has none.
 */
export interface Content {
	/** Of Authorization or Proxy-Authorization. */
	readonly credentials?: { username: string };
	readonly sdp?: SessionScan;
	/** RingCentral's XML: a MESSAGE's body, or an INVITE's P-rc field. */
	readonly command?: CommandContent;
	readonly info?: InfoContent;
	/** Status line in the body of a NOTIFY: how a transfer goes (RFC 3515 §2.4.5). */
	readonly sipfrag?: { status: number; reason: string };
	/** `session-id` of `p-rc-api-ids`. */
	readonly sessionId?: string;
	/** `party-id`, beside it. */
	readonly partyId?: string;
	readonly referTo?: { number: string; /** Another call (RFC 3891). */ replaces: boolean };
}

export interface CommandContent {
	readonly number: number;
	/** `IncomingCall`; `''` where the number is no known command. */
	readonly name: string;
	/** RingCentral's number of the call; `''` where the message has none. */
	readonly sid: string;
	/** Who speaks: of RingCentral's agents `#996016@sip.example.com:5060`, of phones the user name. */
	readonly from?: string;
	/** Of the caller, where the message names one. */
	readonly phoneNumber?: string;
	readonly callerName?: string;
	/** `Cln`: the client that is meant, or that speaks. */
	readonly client?: string;
}

export interface InfoContent {
	kind: 'request' | 'response' | 'status';
	/** `callpark`, … */
	command: string;
	/** Of the result; 0 is success. */
	code?: number;
	description?: string;
}
