import { now } from '../capture/clock.ts';
import { Recorder } from '../capture/recorder.ts';
import { TRACE_FORMAT, type TraceHeader } from '../trace/trace.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { TraceKeeper } from './trace-keeper.svelte.ts';
import { versions } from './versions.ts';

/**
 * This page's own capture. It begins with the first phone and goes on, whatever is being looked at;
 * a reload begins another trace.
 */
class LiveCapture {
	trace = $state.raw<OpenTrace>();
	keeper = $state.raw<TraceKeeper>();
	#recorder: Recorder | undefined;

	/** The recorder of this page's trace, begun now if it has not yet. */
	begin(): Recorder {
		if (this.#recorder) return this.#recorder;
		const header = newHeader();
		const trace = new OpenTrace(header, true);
		const keeper = new TraceKeeper(header, (loss) => this.#recorder?.record(loss));
		// Evidence first: what it means can be found out again.
		this.#recorder = new Recorder([keeper, trace]);
		this.trace = trace;
		this.keeper = keeper;
		return this.#recorder;
	}

	rename(name: string): void {
		if (this.trace) this.trace.header = { ...this.trace.header, name };
		this.keeper?.rename(name);
	}

	/** Hands over what the recorder still holds; the page is about to go. */
	flush(): void {
		this.#recorder?.flush();
	}
}

function newHeader(): TraceHeader {
	const createdAt = now();
	const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
	return {
		id: crypto.randomUUID(),
		format: TRACE_FORMAT,
		name: `Capture of ${day.format(createdAt / 1000)}`,
		source: 'live',
		createdAt,
		versions: versions()
	};
}

export const live = new LiveCapture();
