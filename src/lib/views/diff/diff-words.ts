import type { ComparedLine, Comparison, ComparisonRow, RowKind } from '../../compare/comparison.ts';

/** What stands beside a row; it repeats what its colour says. */
export const SIGNS: Readonly<Record<RowKind, { sign: string; words: string }>> = {
	same: { sign: '', words: '' },
	changed: { sign: '~', words: 'changed' },
	moved: { sign: '↕', words: 'moved' },
	removed: { sign: '−', words: 'removed' },
	added: { sign: '+', words: 'added' }
};

/** `2 changed, 1 added`; `no difference`. */
export function countsInWords({ counts }: Comparison): string {
	const kinds = ['changed', 'added', 'removed', 'moved'] as const;
	const words = kinds.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
	return words.join(', ') || 'no difference';
}

/** A piece as it is shown: the line's own ending only where that has changed, and then by its sign. */
export interface ShownPiece {
	text: string;
	changed: boolean;
}

export function shownPieces(line: ComparedLine, kind: RowKind): ShownPiece[] {
	return line.pieces
		.map(({ text, changed }) => ({
			text: kind === 'changed' && changed ? withSigns(text) : text.replace(/[\r\n]+$/, ''),
			changed: changed && kind === 'changed'
		}))
		.filter(({ text }) => text !== '');
}

function withSigns(text: string): string {
	return text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** Only white space, such as the end of the head: it says nothing while it is the same. */
export function isBlankRow({ kind, right }: ComparisonRow): boolean {
	return kind === 'same' && (right?.pieces.every(({ text }) => text.trim() === '') ?? false);
}
