/** Why media of an offer and its answer cannot flow, or what the two must not say together. */
export interface NegotiationProblem {
	code: NegotiationProblemCode;
	/** Which `m=` section, counted from 0; absent where it is about all. */
	section?: number;
	/** Whose description is to blame, where it is one's. */
	side?: 'offer' | 'answer';
	/** The rule that is broken. */
	source: string;
}

export type NegotiationProblemCode =
	/** The answer has fewer sections than the offer, or more. */
	| 'sections-missing'
	| 'sections-surplus'
	/** A section was answered by one of another kind, or protocol. */
	| 'kind-changed'
	| 'protocol-changed'
	/** Port 0 was offered, and another one answered. */
	| 'withdrawn-accepted'
	/** All that was offered was refused. */
	| 'nothing-accepted'
	/** Accepted, with nothing to talk with. */
	| 'no-common-codec'
	/** Such as `sendonly` answered with `sendonly`. */
	| 'direction-not-allowed'
	/** DTLS without the hash of a certificate, or without roles that fit. */
	| 'fingerprint-missing'
	| 'setup-missing'
	| 'setup-not-chosen'
	| 'setup-conflict'
	/** RTCP needs the same port, and the answer wants another. */
	| 'rtcp-mux-refused'
	/** The answer bundles what was not offered so. */
	| 'bundle-not-offered'
	/** ICE was offered and is not answered, where media cannot do without it. */
	| 'ice-not-answered'
	/** Neither side names a candidate, nor will it. */
	| 'candidates-missing'
	/** One side began ICE anew, and the other did not. */
	| 'ice-restart-not-answered'
	| 'ice-restart-not-offered';
