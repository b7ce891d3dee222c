import { registrationState } from '../../lib/analysis/registrations/registration-state.ts';
import type { Registration } from '../../lib/analysis/registrations/registration.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import { isoTime, isoTimeIfAny } from '../output/times.ts';
import { seenBy } from './message-record.ts';

/** A registration as it stands at the end of the trace, as a line of JSON: docs/command-line.md. */
export function registrationRecord(registration: Registration, trace: ReadTrace): object {
	const state = registrationState(registration, trace.end);
	const { messages } = registration;
	return {
		id: registration.id,
		addressOfRecord: registration.addressOfRecord,
		...seenBy(registration, trace),
		state: state.name,
		since: isoTime(state.since),
		status: state.status,
		reason: state.reason,
		refusal: state.refusal,
		contact: state.contact,
		askedSeconds: state.askedSeconds,
		grantedSeconds: state.grantedSeconds,
		refreshDueAt: isoTimeIfAny(state.refreshDueAt),
		expiresAt: isoTimeIfAny(state.expiresAt),
		attempts: registration.attempts.length,
		messages: messages.length,
		firstSeq: messages[0]?.entry.seq,
		lastSeq: messages.at(-1)?.entry.seq,
		findings: trace.findings.of(registration).map(({ rule }) => rule)
	};
}
