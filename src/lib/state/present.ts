import { now } from './now.svelte.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import type { Instant } from '../trace/instant.ts';

/** The instant a trace is looked at from: of a live one the present, of a stored one its end. Subscribes. */
export function presentOf(trace: OpenTrace): Instant {
	void trace.version;
	if (!trace.live) return trace.end;
	// What was just seen may be a tick ahead of the clock of countdowns.
	return Math.max(now.instant, trace.end);
}
