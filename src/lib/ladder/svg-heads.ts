import type { Lane } from './lane.ts';
import type { Sheet } from './svg-sheet.ts';
import { element, textAt } from './svg-text.ts';
import { cutToWidth, textWidth } from './text-width.ts';

export const HEADS_HEIGHT = 44;

/** Names of the lanes above their lines, from `top` on. */
export function laneHeads(
	lanes: readonly Lane[],
	{ palette, lanes: places, pitch }: Sheet,
	top: number
) {
	let phones = 0;
	return lanes
		.map(({ title, subtitle, kind }, index) => {
			const x = places[index] ?? 0;
			const name = cutToWidth(title, pitch - 28, 12, true);
			const fill =
				kind === 'server' ? palette.inkFaint : palette.accents[phones++ % palette.accents.length];
			const left = x - textWidth(name, 12, true) / 2 - 8;
			const middle = { 'text-anchor': 'middle' };
			return [
				element('rect', {
					x: Math.round(left) - 4,
					y: top + 7,
					width: 8,
					height: 8,
					rx: 2.5,
					fill
				}),
				textAt(x + 4, top + 15, name, { ...middle, 'font-weight': 600, fill: palette.ink }),
				textAt(x, top + 30, cutToWidth(subtitle, pitch - 8, 11), {
					...middle,
					'font-size': 11,
					fill: palette.inkDim
				})
			].join('');
		})
		.join('\n');
}
