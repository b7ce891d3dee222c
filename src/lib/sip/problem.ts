/** Something in a message that its grammar does not allow. The message itself is kept as it came. */
export interface Problem {
	code: ProblemCode;
	/** UTF-16 offset into the message's text. */
	offset: number;
	length: number;
	/** The rule that is broken, such as `RFC 3261 §7.1`. */
	source: string;
}

export type ProblemCode =
	| 'start-line-malformed'
	| 'version-unsupported'
	| 'header-malformed'
	| 'header-missing'
	| 'header-repeated'
	| 'body-separator-missing'
	| 'bare-line-feed'
	| 'cseq-malformed'
	| 'cseq-method-mismatch'
	| 'content-length-malformed'
	| 'content-length-mismatch';
