import type { RecoveryInput } from './recovery-state.ts';
import { BEAT, hasSlept, type Beat } from './sleep.ts';

type Hearer = (input: RecoveryInput) => void;

const beatNow = (): Beat => ({ wall: Date.now(), monotonic: performance.now() });

/**
 * Tells what browser and clock say of network and sleep: `online`, `offline`; `resume`, of a page that
 * was frozen (Page Lifecycle); and that time is late, when a page is seen again whose timers slept.
 * @returns stops it
 */
export function hearNetwork(hear: Hearer): () => void {
	const stops = [
		listen(globalThis, 'online', () => hear({ kind: 'online' })),
		listen(globalThis, 'offline', () => hear({ kind: 'offline' })),
		listen(globalThis.document, 'resume', () => hear({ kind: 'slept' })),
		listen(globalThis.document, 'visibilitychange', () => hear({ kind: 'time' })),
		watchClock(() => hear({ kind: 'slept' }))
	];
	return () => stops.forEach((stop) => stop());
}

/** There is no window in Node. */
function listen(target: Partial<EventTarget> | undefined, event: string, heard: () => void) {
	target?.addEventListener?.(event, heard);
	return () => target?.removeEventListener?.(event, heard);
}

function watchClock(slept: () => void): () => void {
	let last = beatNow();
	const timer = setInterval(() => {
		const beat = beatNow();
		const late = hasSlept(last, beat);
		last = beat;
		if (late) slept();
	}, BEAT);
	return () => clearInterval(timer);
}
