import type { ProblemCode } from '../../sip/problem.ts';

const TEXTS: Readonly<Record<ProblemCode, string>> = {
	'start-line-malformed': 'The start line is malformed',
	'version-unsupported': 'The version is not SIP/2.0',
	'header-malformed': 'A line is no header field',
	'header-missing': 'A mandatory header field is missing',
	'header-repeated': 'A header field is there twice',
	'body-separator-missing': 'No empty line ends the head',
	'bare-line-feed': 'Lines end in LF without CR',
	'cseq-malformed': 'CSeq is malformed',
	'cseq-method-mismatch': 'CSeq names another method',
	'content-length-malformed': 'Content-Length is no number',
	'content-length-mismatch': 'Content-Length is not the body’s length in bytes'
};

/** What is wrong, in a few words. */
export function problemText(code: ProblemCode): string {
	return TEXTS[code];
}
