import { FOLD_KINDS, type FoldKind } from '../ladder/fold.ts';
import type { LaneChoice } from '../ladder/lane.ts';
import { type Duration, SECOND } from '../trace/instant.ts';

/** What times count from: the first entry, nothing (times of day), the row above, the selected message. */
export type TimeMode = 'start' | 'clock' | 'previous' | 'selected';

/** What a browser keeps of how ladders are drawn. */
export interface StoredOptions {
	events: boolean;
	folds: readonly FoldKind[];
	time: TimeMode;
	slowFrom: Duration;
	zoom: number;
	/** By the trace's id. */
	lanes: Readonly<Record<string, LaneChoice>>;
}

const TIME_MODES: readonly TimeMode[] = ['start', 'clock', 'previous', 'selected'];
export const ZOOMS: readonly number[] = [1, 1.25, 1.5, 2, 3];

const DEFAULTS: StoredOptions = {
	events: true,
	folds: ['refresh', 'challenge', 'keep-alive'],
	time: 'start',
	slowFrom: SECOND,
	zoom: 1,
	lanes: {}
};

/** Reads what was stored, by whichever version; what is not fit is as if it had not been stored. */
export function readOptions(text: string | null): StoredOptions {
	const { events, folds, time, slowFrom, zoom, lanes } = parse(text);
	return {
		events: typeof events === 'boolean' ? events : DEFAULTS.events,
		folds: Array.isArray(folds)
			? FOLD_KINDS.filter((kind) => folds.includes(kind))
			: DEFAULTS.folds,
		time: TIME_MODES.find((mode) => mode === time) ?? DEFAULTS.time,
		slowFrom: Number.isSafeInteger(slowFrom) && Number(slowFrom) >= 0 ? Number(slowFrom) : SECOND,
		zoom: ZOOMS.find((known) => known === zoom) ?? DEFAULTS.zoom,
		lanes: Object.fromEntries(
			Object.entries(isRecord(lanes) ? lanes : {}).flatMap(([id, choice]) => {
				const lane = readLanes(choice);
				return lane ? [[id, lane] as const] : [];
			})
		)
	};
}

function readLanes(value: unknown): LaneChoice | undefined {
	if (!isRecord(value)) return undefined;
	const { phones, servers, order, hidden } = value;
	return {
		phones: phones === 'phone' || phones === 'address' ? phones : 'instance',
		servers: servers === 'address' || servers === 'one' ? servers : 'usual',
		order: strings(order),
		hidden: strings(hidden)
	};
}

function parse(text: string | null): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return isRecord(value) ? value : {};
	} catch {
		return {};
	}
}

function strings(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
