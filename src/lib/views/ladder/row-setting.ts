import type { Lane } from '../../ladder/lane.ts';
import type { Leg } from '../../ladder/leg.ts';
import type { Geometry, Stretch } from './geometry.ts';
import type { Clockwork } from './row-times.ts';

/** What all rows of a ladder have in common. */
export interface RowSetting {
	readonly lanes: readonly Lane[];
	readonly legs: readonly Leg[];
	readonly geometry: Geometry;
	/** What is in view, right of the times. */
	readonly view: Stretch;
	readonly clockwork: Clockwork;
}
