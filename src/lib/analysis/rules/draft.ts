import type { Instant } from '../../trace/instant.ts';
import type { Call } from '../calls/call.ts';
import { ownString } from '../own-string.ts';
import type { Registration } from '../registrations/registration.ts';
import type { Finding } from './finding.ts';
import type { Conclusion, Rule, Scope, Subjects } from './rule.ts';

/** A finding that is to be shown from an instant on. */
export interface Draft {
	readonly finding: Finding;
	/** `-Infinity` where the entries alone prove it. */
	readonly due: Instant;
	/** Of its rule, in the table. */
	readonly rank: number;
	/** What it was found by. */
	readonly scope: Scope;
}

/** Writes down what a rule concluded of a subject. */
export function draftOf<S extends Scope>(
	{ id: rule, severity, source, scope }: Rule<S>,
	rank: number,
	subject: Subjects[S],
	{ sentence, advice, evidence, due }: Conclusion
): Draft {
	const proofs = evidence.filter((proof) => proof !== undefined).sort((a, b) => a.seq - b.seq);
	const seqs = [...new Set(proofs.map(({ seq }) => seq))];
	const at = due ?? proofs.at(-1)?.at ?? 0;
	const place = PLACES[scope](subject);
	const words = { sentence: ownString(sentence), advice: ownString(advice) };
	const finding = { rule, severity, ...words, source, evidence: seqs, at, ...place };
	return { finding, due: due ?? -Infinity, rank, scope };
}

/** By the last entry that proves it, then by the table; the rest only makes the order complete. */
export function byProof(one: Draft, other: Draft): number {
	return (
		lastSeq(one) - lastSeq(other) ||
		one.rank - other.rank ||
		compare(one.finding.evidence.join(), other.finding.evidence.join()) ||
		compare(one.finding.sentence, other.finding.sentence)
	);
}

/** Whether two drafts next to each other say the same. */
export function isSame(one: Draft, other: Draft): boolean {
	return one.rank === other.rank && byProof(one, other) === 0;
}

/** Whether a subject's drafts are what they were before. */
export function areSame(before: readonly Draft[], after: readonly Draft[]): boolean {
	if (before.length !== after.length) return false;
	return before.every((one, index) => {
		const other = after[index];
		if (other === undefined || !isSame(one, other) || one.due !== other.due) return false;
		return one.finding.advice === other.finding.advice && one.finding.at === other.finding.at;
	});
}

type Place = { call?: Call; registration?: Registration };

const PLACES: { readonly [S in Scope]: (subject: Subjects[S]) => Place } = {
	message: (message) => placeOf(message),
	transaction: ({ request, responses }) => placeOf(request ?? responses[0]),
	attempt: ({ messages }) => placeOf(messages[0]),
	registration: (registration) => ({ registration }),
	call: (call) => ({ call }),
	connection: () => ({})
};

function placeOf({ call, registration }: Place = {}): Place {
	return { ...(call && { call }), ...(registration && { registration }) };
}

function lastSeq({ finding }: Draft): number {
	return finding.evidence.at(-1) ?? -1;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
