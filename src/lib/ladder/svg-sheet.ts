import type { Leg } from './leg.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';
import { wordsWidth } from './svg-rows.ts';
import { textWidth } from './text-width.ts';

const PAD = 24;
const TIMES_WIDTH = 132;
/** From the outer lanes to the times and to the end. */
const MARGIN = 76;
const LEAST_PITCH = 150;
const MOST_PITCH = 380;

/** Where the parts of a picture are, in pixels, and in which colours. */
export interface Sheet {
	readonly palette: Palette;
	readonly width: number;
	/** From its edges to what is drawn. */
	readonly pad: number;
	/** X of each lane's line, and how far they are apart. */
	readonly lanes: readonly number[];
	readonly pitch: number;
	readonly legs: readonly Leg[];
}

/** As wide as the longest words between two lanes need, within reason. */
export function sheetOf(picture: Picture, palette: Palette, mostPitch = MOST_PITCH): Sheet {
	const spaces = Math.max(1, picture.lanes.length - 1);
	let pitch = LEAST_PITCH;
	for (const row of picture.rows) {
		if (row.type === 'gap' || row.type === 'mark') continue;
		const span = Math.max(1, Math.abs(row.from - row.to));
		pitch = Math.max(pitch, (wordsWidth(row, picture.legs) + 28) / span);
	}
	pitch = Math.round(Math.min(pitch, mostPitch));
	const first = PAD + TIMES_WIDTH + MARGIN;
	const lanes = picture.lanes.map((_, index) => first + index * pitch);
	const needed = Math.max(first + spaces * pitch + MARGIN + PAD, 560);
	const width = Math.ceil(Math.max(needed, textWidth(picture.title, 16, true) + 2 * PAD));
	return { palette, pad: PAD, lanes, pitch, width, legs: picture.legs };
}
