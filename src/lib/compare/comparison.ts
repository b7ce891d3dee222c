/** A stretch of a line; those that have not changed are the same on both sides, in the same order. */
export interface Piece {
	text: string;
	changed: boolean;
}

/** A line of one of the two texts. */
export interface ComparedLine {
	/** Among the lines of its own text, from 0 on: in this order they are that text, character by character. */
	place: number;
	pieces: readonly Piece[];
	/** How deep it is within others, as in JSON. */
	depth: number;
}

export type RowKind =
	| 'same'
	| 'changed'
	/** The same, but in another order among the others. */
	| 'moved'
	| 'removed'
	| 'added';

/** A line of the one text beside its counterpart of the other. */
export interface ComparisonRow {
	kind: RowKind;
	left?: ComparedLine;
	right?: ComparedLine;
}

/** Rows that are about one thing: the head, one section of a description, the body. */
export interface ComparisonSection {
	title: string;
	rows: readonly ComparisonRow[];
}

export interface Comparison {
	sections: readonly ComparisonSection[];
	/** How many rows there are of each kind. */
	counts: Readonly<Record<RowKind, number>>;
}
