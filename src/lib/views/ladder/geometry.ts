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

/** As `--row-height`. */
export const ROW_HEIGHT = 26;

/** Narrower than this, labels of responses no longer fit between two lanes. */
const LEAST_PITCH = 150;
const COMPACT_BELOW = 560;

/** Spreads lanes over the width of the view; where they do not fit, the ladder is wider than the view. */
export function geometryOf(laneCount: number, viewWidth: number): Geometry {
	const compact = viewWidth < COMPACT_BELOW;
	const gutter = compact ? 66 : 128;
	const margin = compact ? 58 : 64;
	const room = viewWidth - gutter - 2 * margin;
	const spaces = Math.max(1, laneCount - 1);
	const pitch = Math.max(LEAST_PITCH, Math.floor(room / spaces));
	return {
		width: Math.max(viewWidth, gutter + 2 * margin + pitch * spaces),
		gutter,
		lanes: Array.from({ length: laneCount }, (_, index) => gutter + margin + index * pitch),
		pitch,
		margin,
		compact
	};
}
