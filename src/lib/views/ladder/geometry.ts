/** Where a ladder's parts are drawn; all in whole pixels, so that lines stay sharp. */
export interface Geometry {
	readonly width: number;
	/** Width of the times at the left. */
	readonly gutter: number;
	/** X of each lane's line. */
	readonly lanes: readonly number[];
	/** Between two lanes. */
	readonly pitch: number;
	/** From the outer lanes to the times and to the end. */
	readonly margin: number;
	/** Too narrow for a column of deltas. */
	readonly compact: boolean;
}

/** From where to where, in pixels of a ladder's width. */
export interface Stretch {
	readonly left: number;
	readonly right: number;
}

/** As `--row-height`. */
export const ROW_HEIGHT = 26;

/** Narrower than this, words stand across lanes rather than between them. */
const WORDS_WIDTH = 150;
/** As near as lanes get to each other; where they do not fit then, the ladder is wider than the view. */
const LEAST_PITCH = 40;
const COMPACT_BELOW = 560;

/** Spreads lanes over the width of the view, or `zoom` times as far apart. */
export function geometryOf(laneCount: number, viewWidth: number, zoom = 1): Geometry {
	const compact = viewWidth < COMPACT_BELOW;
	const gutter = compact ? 66 : 136;
	const margin = compact ? 58 : 64;
	const room = viewWidth - gutter - 2 * margin;
	const spaces = Math.max(1, laneCount - 1);
	const pitch = Math.round(Math.max(LEAST_PITCH, Math.floor(room / spaces)) * zoom);
	return {
		width: Math.max(viewWidth, gutter + 2 * margin + pitch * spaces),
		gutter,
		lanes: Array.from({ length: laneCount }, (_, index) => gutter + margin + index * pitch),
		pitch,
		margin,
		compact
	};
}

/** The lanes that a row goes between. */
export function stretchOf({ lanes }: Geometry, row: { from: number; to: number }): Stretch {
	const ends = [lanes[row.from] ?? 0, lanes[row.to] ?? 0];
	return { left: Math.min(...ends), right: Math.max(...ends) };
}

/**
 * Where the words of a row stand: above what is in view of its arrow; where that is too short for them,
 * they reach beyond it to both sides, or from the edge of the view inwards.
 */
export function wordsPlace(
	arrow: Stretch,
	view: Stretch
): Stretch & { align: 'start' | 'center' | 'end' } {
	const left = Math.max(arrow.left + 8, view.left + 4);
	const right = Math.min(arrow.right - 8, view.right - 4);
	if (right - left >= WORDS_WIDTH) return { left, right, align: 'center' };
	const middle = Math.min(Math.max((left + right) / 2, view.left), view.right);
	if (middle - view.left < WORDS_WIDTH) {
		return { left: Math.max(view.left + 4, left), right: view.right - 4, align: 'start' };
	}
	if (view.right - middle < WORDS_WIDTH) {
		return { left: view.left + 4, right: Math.min(view.right - 4, right), align: 'end' };
	}
	const half = Math.floor(Math.min(middle - view.left, view.right - middle));
	return { left: Math.ceil(middle - half), right: Math.floor(middle + half), align: 'center' };
}
