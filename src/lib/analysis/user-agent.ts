/**
 * One end as seen in a trace (RFC 3261 §6): a phone's instance; or, where a trace knows neither, one
 * connection. It outlives its connections: a reconnect is the same user agent.
 */
export interface UserAgent {
	/** Unique within the analysis. */
	readonly id: string;
	phone?: string;
	instance?: string;
	/** The user name of its digests, which RingCentral's `Cln` repeats; known once it was seen. */
	clientId?: string;
	/** Seq of the message that told it first. */
	clientIdToldBy?: number;
}
