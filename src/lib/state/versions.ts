import type { TraceHeader } from '../trace/trace.ts';

declare const __SIPSCOPE_VERSION__: string;
declare const __SDK_VERSION__: string;

/** The programs that a trace made here was made with. */
export function versions(): TraceHeader['versions'] {
	return {
		sipscope: __SIPSCOPE_VERSION__,
		sdk: __SDK_VERSION__,
		browser: navigator.userAgent
	};
}
