import type { Lane } from '../../ladder/lane.ts';

const COLOURS = ['accent', 'tone-message', 'tone-register', 'tone-refer', 'tone-media'];
const LEG_COLOURS = [
	'tone-register',
	'tone-message',
	'tone-s4',
	'tone-refer',
	'tone-s2',
	'tone-bye'
];

/** The colour of a lane's square; phones take turns, the server has none. */
export function laneColour(lanes: readonly Lane[], index: number): string {
	if (lanes[index]?.kind === 'server') return 'var(--ink-faint)';
	const phone = lanes.slice(0, index).filter(({ kind }) => kind === 'phone').length;
	return `var(--${COLOURS[phone % COLOURS.length]})`;
}

/** The colour of one call among those that are drawn together; its letter says the same. */
export function legColour(index: number): string {
	return `var(--${LEG_COLOURS[index % LEG_COLOURS.length]})`;
}
