import { FOLD_KINDS, type FoldKind } from './fold.ts';

/** How many messages, and events, a ladder does not show, by what hides them. */
export interface Hidden {
	/** In folds that are closed. */
	readonly folded: Readonly<Record<FoldKind, number>>;
	/** Of hidden lanes. */
	readonly inLanes: number;
	/** Titles of those. */
	readonly lanes: readonly string[];
	/** What sockets, phones and media did, where that is left out. */
	readonly events: number;
}

const NAMES: Readonly<Record<FoldKind, string>> = {
	refresh: 'of refreshes',
	challenge: 'of challenges',
	'keep-alive': 'of keep-alives',
	retransmission: 'repeated'
};

/** `72 messages of refreshes folded`, `Bob hidden: 12 entries`; nothing where nothing is hidden. */
export function describeHidden({ folded, inLanes, lanes, events }: Hidden): string[] {
	const kinds = FOLD_KINDS.filter((kind) => folded[kind] > 0);
	return [
		...kinds.map((kind) => `${counted(folded[kind], 'message')} ${NAMES[kind]} folded`),
		lanes.length > 0 ? `${lanes.join(', ')} hidden: ${counted(inLanes, 'entry', 'entries')}` : '',
		events > 0 ? `${counted(events, 'event')} left out` : ''
	].filter(Boolean);
}

function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
