import { TRACE_FORMAT, type TraceHeader } from '../src/lib/trace/trace.ts';

/** The header of a trace of which a test says no more than what it is about. */
export function traceHeader(told: Partial<TraceHeader> = {}): TraceHeader {
	return {
		id: 'trace',
		format: TRACE_FORMAT,
		name: 'Trace',
		source: 'live',
		createdAt: 1_780_000_000_000_000,
		versions: { sipscope: '0' },
		...told
	};
}
