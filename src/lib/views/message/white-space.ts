/** A stretch of text, and what kind of white space it is, if it is. */
export interface WhiteSpacePiece {
	text: string;
	space?: 'blank' | 'tab' | 'cr' | 'lf';
}

const KINDS: Readonly<Record<string, WhiteSpacePiece['space']>> = {
	' ': 'blank',
	'\t': 'tab',
	'\r': 'cr',
	'\n': 'lf'
};

/** A text with its white space apart; joined, they are the text. */
export function cutWhiteSpace(text: string): WhiteSpacePiece[] {
	return (text.match(/ +|[\t\r\n]|[^ \t\r\n]+/g) ?? []).map((piece) => {
		const space = KINDS[piece.charAt(0)];
		return space === undefined ? { text: piece } : { text: piece, space };
	});
}
