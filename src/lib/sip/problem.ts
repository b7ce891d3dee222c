/** Something in a message that its grammar does not allow. The message itself is kept as it came. */
export interface Problem {
	code: ProblemCode;
	/** UTF-16 offset into the message's text. */
	offset: number;
	length: number;
	/** The rule that is broken, such as `RFC 3261 §7.1`. */
	source: string;
	/** The comparable name of the header field that it is in, or that is missing. */
	field?: string;
}

/**
 * Every code, from the start line to the body, with the rule that it says is broken; `undefined` where
 * that is the grammar of the field. What each means is in `docs/sip-core.md`.
 */
export const PROBLEM_SOURCES = {
	'start-line-malformed': 'RFC 3261 §7.1',
	'start-line-spacing': 'RFC 3261 §7.1',
	'version-unsupported': 'RFC 3261 §7.1',
	'status-out-of-range': 'RFC 3261 §7.2',

	'header-malformed': 'RFC 3261 §7.3.1',
	'header-missing': 'RFC 3261 §8.1.1',
	'header-repeated': 'RFC 3261 §7.3.1',
	'body-separator-missing': 'RFC 3261 §7',
	'bare-line-feed': 'RFC 3261 §7',
	'control-character': 'RFC 3261 §25.1',
	'not-utf-8': 'RFC 3261 §7',

	'content-length-malformed': 'RFC 3261 §20.14',
	'content-length-mismatch': 'RFC 3261 §20.14',
	'message-behind': 'RFC 7118 §5.1',

	'value-malformed': undefined,
	'separator-extra': undefined,
	'quote-unterminated': 'RFC 3261 §25.1',
	'parameter-malformed': undefined,
	'parameter-repeated': 'RFC 3261 §7.3.1',
	'number-out-of-range': undefined,
	'cseq-malformed': 'RFC 3261 §20.16',
	'cseq-method-mismatch': 'RFC 3261 §8.1.1.5',
	'via-malformed': 'RFC 3261 §20.42',
	'branch-incomplete': 'RFC 3261 §8.1.1.7',
	'date-malformed': 'RFC 3261 §20.17',

	'display-name-malformed': 'RFC 3261 §25.1',
	'uri-malformed': 'RFC 3261 §19.1.1',
	'uri-spaces': 'RFC 3261 §25.1',
	'uri-bracketed': 'RFC 3261 §7.1',
	'uri-unbracketed': 'RFC 3261 §20',
	'uri-headers': 'RFC 3261 §19.1.1',
	'host-malformed': 'RFC 3261 §25.1',
	'ipv6-unbracketed': 'RFC 3261 §25.1'
} as const;

export type ProblemCode = keyof typeof PROBLEM_SOURCES;
