import type { Entry } from './entry.ts';

/**
 * Takes what a recorder saw: storage and the live trace are sinks, and know nothing of each other.
 * Batches come in the order of `seq`; `append` returns at once and never throws.
 */
export interface TraceSink {
	append(batch: readonly Entry[]): void;
}
