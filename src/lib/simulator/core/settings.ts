/** How this edge differs from the usual one. Times are milliseconds unless their name says seconds. */
export interface Settings {
	/** What Via, Contact and the domain of From show as the edge's own address. */
	address: string;
	/** The domains whose phones may register. */
	domains: readonly string[];
	/** The longest a binding lives; a phone may ask for less. */
	expiresSeconds: number;
	/** How fast the registrar's clock runs: at 2, a binding lapses after half of what was granted. */
	clockRate: number;
	slotsPerExtension: number;
	/** What a phone is told that refreshes an instance which registered anew on a newer connection. */
	superseded: 'refuse' | 'accept';
	/** How long a phone may take to answer a challenge. */
	nonceLifetime: number;
	/** Between one frame and the next to the same phone. */
	pace: Range;
	/** When a caller gets its 200: before the callee even rings, or once it answers (some brands). */
	answers: 'at once' | 'with the callee';
	/** From the caller's ACK to the callee's INVITE. The one pause that a phone can notice. */
	ringAfter: Range;
	/** How long a callee rings before voicemail takes over. */
	ringFor: number;
	/** How long the caller may take for each key, after a reply was read out. */
	replyChoice: number;
	/** How long an answered leg outlives its socket, waiting for a re-INVITE. */
	orphanFor: number;
	/** How long the edge leaves a phone's ICE checks unanswered. */
	iceDelay: number;
	/** How long a phone may take to answer a request that is not an INVITE. */
	answerWithin: number;
}

export interface Range {
	from: number;
	to: number;
}

export const usualSettings: Settings = {
	address: '127.0.0.1',
	domains: ['sip.ringcentral.com', 'localhost', '127.0.0.1'],
	expiresSeconds: 60,
	clockRate: 1,
	slotsPerExtension: 5,
	superseded: 'refuse',
	nonceLifetime: 60_000,
	pace: { from: 50, to: 100 },
	answers: 'at once',
	ringAfter: { from: 300, to: 500 },
	ringFor: 30_000,
	replyChoice: 10_000,
	orphanFor: 60_000,
	iceDelay: 0,
	answerWithin: 10_000
};
