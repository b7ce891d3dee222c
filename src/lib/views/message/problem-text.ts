import { comparableName } from '../../sip/fields/header-name.ts';
import type { SipMessage } from '../../sip/message.ts';
import type { Problem, ProblemCode } from '../../sip/problem.ts';

const TEXTS: Readonly<Record<ProblemCode, string>> = {
	'start-line-malformed': 'The start line is malformed',
	'start-line-spacing': 'Spaces are missing or too many in the start line',
	'version-unsupported': 'The version is not SIP/2.0',
	'status-out-of-range': 'The status is not 100 to 699',

	'header-malformed': 'A line is no header field',
	'header-missing': 'Missing',
	'header-repeated': 'A header field is there twice',
	'body-separator-missing': 'No empty line ends the head',
	'bare-line-feed': 'Lines end in LF without CR',
	'control-character': 'A control character is in the head',
	'not-utf-8': 'The head is not UTF-8',

	'content-length-malformed': 'Content-Length is no number',
	'content-length-mismatch': 'Content-Length is not the body’s length in bytes',
	'message-behind': 'Another message is behind this one',

	'value-malformed': 'The value is malformed',
	'separator-extra': 'A comma or semicolon separates nothing',
	'quote-unterminated': 'A quote is not closed',
	'parameter-malformed': 'A parameter is malformed',
	'parameter-repeated': 'A parameter is there twice',
	'number-out-of-range': 'A number is too large',
	'cseq-malformed': 'CSeq is malformed',
	'cseq-method-mismatch': 'CSeq names another method',
	'via-malformed': 'Via is malformed',
	'branch-incomplete': 'The branch is its magic cookie alone',
	'date-malformed': 'Date is no date in GMT',

	'display-name-malformed': 'The display name needs quotes',
	'uri-malformed': 'A URI is malformed',
	'uri-spaces': 'Spaces are in a URI, or around it',
	'uri-bracketed': 'The request URI is in angle brackets',
	'uri-unbracketed': 'A URI needs angle brackets',
	'uri-headers': 'A URI has headers where it may not',
	'host-malformed': 'A host is malformed',
	'ipv6-unbracketed': 'An IPv6 address is without brackets'
};

/** Problems of single fields whose texts name the field themselves. */
const NAME_THEIR_FIELD: ReadonlySet<ProblemCode> = new Set([
	'header-missing',
	'content-length-malformed',
	'content-length-mismatch',
	'cseq-malformed',
	'cseq-method-mismatch',
	'via-malformed',
	'date-malformed'
]);

/** Fields without which no message can be told from another (RFC 3261 §8.1.1). */
const MANDATORY = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** A problem in words. */
export interface ProblemText {
	text: string;
	/** The rule that is broken. */
	source: string;
	/** The line that it is about, where that says more. */
	line?: string;
}

/** What is wrong with a message, each thing once, in words. */
export function problemTexts(message: SipMessage): ProblemText[] {
	const written = new Map(message.headers.map(({ name }) => [comparableName(name), name]));
	const byText = new Map(
		message.problems.map((problem) => [textOf(problem, written), problem.source])
	);
	return [...byText].map(([text, source]) => ({ text, source }));
}

/** What is wrong with single fields, by their comparable names. */
export function fieldProblems(message: SipMessage): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const { code, field } of message.problems) {
		if (field === undefined || code === 'header-missing' || texts.has(field)) continue;
		texts.set(field, TEXTS[code]);
	}
	return texts;
}

/** @param written how the message writes the names of its fields, by comparable name */
function textOf({ code, field }: Problem, written: ReadonlyMap<string, string>): string {
	if (code === 'header-missing') return `${TEXTS[code]}: ${missing(written)}`;
	if (field === undefined || NAME_THEIR_FIELD.has(code)) return TEXTS[code];
	return `${written.get(field) ?? field}: ${TEXTS[code]}`;
}

function missing(present: ReadonlyMap<string, string>): string {
	return MANDATORY.filter((name) => !present.has(name.toLowerCase())).join(', ');
}
