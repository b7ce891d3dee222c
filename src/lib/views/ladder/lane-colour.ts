import type { Lane } from '../../ladder/lane.ts';

const PHONE_COLOURS = ['accent', 'tone-message', 'tone-register', 'tone-refer', 'tone-media'];

/** The colour of a lane's square; phones take turns, the server has none. */
export function laneColour(lanes: readonly Lane[], index: number): string {
	if (lanes[index]?.kind === 'server') return 'var(--ink-faint)';
	const phone = lanes.slice(0, index).filter(({ kind }) => kind === 'phone').length;
	return `var(--${PHONE_COLOURS[phone % PHONE_COLOURS.length]})`;
}
