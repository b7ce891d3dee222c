import fc from 'fast-check';

const PIECES = [
	'method:',
	'metod:',
	'status:4xx',
	'status:400..499',
	'INVITE',
	'"',
	'-',
	' ',
	',',
	'call:',
	'101->102',
	'finding:',
	'finding:erorr',
	'has:',
	'sdp',
	'header:',
	'Contact',
	'~',
	'=',
	'after:12:00',
	'[',
	']',
	'\\',
	'(',
	')',
	'/',
	'/a+/i',
	' or ',
	' and ',
	'or'
];

/** Texts of filters, good and bad, and any text at all. */
export const filterTexts: fc.Arbitrary<string> = fc.oneof(
	fc.string(),
	fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(''))
);
