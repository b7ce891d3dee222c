import type { Instant } from '../../trace/instant.ts';
import type { Call } from '../calls/call.ts';
import type { Registration } from '../registrations/registration.ts';
import type { RuleId } from './rule-id.ts';

/** Worst first. `error`: a person was hurt. `warning`: it will hurt, or likely does. `info`: it explains. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule concluded, with the entries that prove it. */
export interface Finding {
	readonly rule: RuleId;
	readonly severity: Severity;
	/** For people, with the names, numbers and times of the case. Parts come from the wire: it is text. */
	readonly sentence: string;
	/** What to do about it. */
	readonly advice: string;
	/** Whose word it is: `RFC 3261 §13.2.2.4`, `ringcentral-web-phone 2.5.4: …`. */
	readonly source: string;
	/** Seqs of the entries that prove it, ascending; never empty. */
	readonly evidence: readonly number[];
	/** When it became certain: a deadline, or the time of the last entry that proves it. */
	readonly at: Instant;
	/** Where it belongs, if anywhere. */
	readonly call?: Call;
	readonly registration?: Registration;
}
