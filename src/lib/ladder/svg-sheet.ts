import type { Leg } from './leg.ts';
import type { Palette } from './palette.ts';

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
