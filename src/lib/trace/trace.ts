import type { Instant } from './instant.ts';

/** The version of the stored shape of headers and entries. */
export const TRACE_FORMAT = 1;

/** Where a trace came from, and with which programs it was made. Its entries are kept beside it. */
export interface TraceHeader {
	id: string;
	format: number;
	name: string;
	/** `stream`: captured in an app of somebody's own. */
	source: 'live' | 'stream' | 'import' | 'replay';
	createdAt: Instant;
	versions: {
		sipscope: string;
		sdk?: string;
		/** The browser's `navigator.userAgent`. */
		browser?: string;
	};
}
