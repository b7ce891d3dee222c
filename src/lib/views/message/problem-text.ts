import { comparableName } from '../../sip/fields/header-name.ts';
import type { SipMessage } from '../../sip/message.ts';
import type { ProblemCode } from '../../sip/problem.ts';

const TEXTS: Readonly<Record<ProblemCode, string>> = {
	'start-line-malformed': 'The start line is malformed',
	'version-unsupported': 'The version is not SIP/2.0',
	'header-malformed': 'A line is no header field',
	'header-missing': 'Missing',
	'header-repeated': 'A header field is there twice',
	'body-separator-missing': 'No empty line ends the head',
	'bare-line-feed': 'Lines end in LF without CR',
	'cseq-malformed': 'CSeq is malformed',
	'cseq-method-mismatch': 'CSeq names another method',
	'content-length-malformed': 'Content-Length is no number',
	'content-length-mismatch': 'Content-Length is not the body’s length in bytes'
};

/** Problems that are at the beginning of the field that they are about. */
const ABOUT_FIELDS: ReadonlySet<ProblemCode> = new Set([
	'header-repeated',
	'cseq-malformed',
	'cseq-method-mismatch',
	'content-length-malformed',
	'content-length-mismatch'
]);

/** Fields without which no message can be told from another (RFC 3261 §8.1.1). */
const MANDATORY = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** What is wrong with a message, each kind of problem once, in words. */
export function problemTexts(message: SipMessage): { text: string; source: string }[] {
	const byCode = new Map(message.problems.map((problem) => [problem.code, problem]));
	return [...byCode.values()].map(({ code, source }) => ({
		text: code === 'header-missing' ? `${TEXTS[code]}: ${missing(message)}` : TEXTS[code],
		source
	}));
}

/** What is wrong with single fields, by their comparable names. */
export function fieldProblems(message: SipMessage): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const { code, offset } of message.problems) {
		const name = /^[^\s:]+(?=[ \t]*:)/.exec(message.text.slice(offset))?.[0];
		if (name !== undefined && ABOUT_FIELDS.has(code)) texts.set(comparableName(name), TEXTS[code]);
	}
	return texts;
}

function missing(message: SipMessage): string {
	const present = new Set(message.headers.map((field) => comparableName(field.name)));
	return MANDATORY.filter((name) => !present.has(name.toLowerCase())).join(', ');
}
