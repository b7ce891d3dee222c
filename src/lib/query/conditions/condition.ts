import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/rules/finding.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Instant } from '../../trace/instant.ts';

/** Whether a message is one that is looked for. */
export type Condition = (message: SeenMessage, surroundings: Surroundings) => boolean;

/** What a message is seen against. */
export interface Surroundings {
	readonly analysis: Analysis;
	/** What the entry with a seq helps to prove. */
	findingsAt(seq: number): readonly Finding[];
	/** When the trace's first entry was seen. */
	readonly startedAt: Instant;
}
