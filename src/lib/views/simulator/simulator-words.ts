import type { BindingView, LegView, PlayView } from '../../state/simulator.svelte.ts';

/** What can be done to a socket, by WebSocket close code. */
export const closings = [
	{ code: 1000, label: 'Close it (1000)' },
	{ code: 1011, label: 'Close it as after an error (1011)' },
	{ code: 1012, label: 'Close it as for a restart (1012)' },
	{ code: 1006, label: 'Cut it without a word (1006)' }
] as const;

/** @param seconds until it expires */
export function describeBinding({ state }: BindingView, seconds: number): string {
	const left = `${Math.max(0, Math.ceil(seconds))} s`;
	switch (state) {
		case 'reachable':
			return `registered, ${left} left`;
		case 'unreachable':
			return `its socket is gone; it keeps its place for ${left}`;
		case 'superseded':
			return 'superseded: registered again on another socket, so nothing rings here';
	}
}

export function describeLeg({ direction, state, other }: LegView): string {
	const who = other ? ` ${other.name} (${other.number})` : ' somebody';
	const way = direction === 'outbound' ? `calls${who}` : `is called by${who}`;
	return `${way}: ${legStates[state]}`;
}

const legStates: Readonly<Record<LegView['state'], string>> = {
	inviting: 'invited',
	ringing: 'rings',
	answered: 'answered',
	confirmed: 'talks',
	ended: 'ended'
};

export function describePlay({ title, extension }: PlayView): string {
	return extension === undefined ? title : `${title}, for ${extension} alone`;
}
