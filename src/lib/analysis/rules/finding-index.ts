import type { Call } from '../calls/call.ts';
import type { Conversation } from '../calls/conversation.ts';
import type { Registration } from '../registrations/registration.ts';
import { type Finding, SEVERITIES } from './finding.ts';

const NONE: readonly Finding[] = [];

/** The findings of a trace, and where they belong. Looked up lists have the worst first. */
export class FindingIndex {
	/** In the order in which they were proven. */
	readonly list: readonly Finding[];
	#bySeq: ReadonlyMap<number, readonly Finding[]> | undefined;
	#byPlace: ReadonlyMap<Call | Registration, readonly Finding[]> | undefined;

	constructor(list: readonly Finding[]) {
		this.list = list;
	}

	/** Those that an entry helps to prove. */
	at(seq: number): readonly Finding[] {
		this.#bySeq ??= grouped(this.list, ({ evidence }) => evidence);
		return this.#bySeq.get(seq) ?? NONE;
	}

	of(place: Call | Registration | undefined): readonly Finding[] {
		this.#byPlace ??= grouped(this.list, ({ call, registration }) =>
			[call, registration].filter((one) => one !== undefined)
		);
		return place === undefined ? NONE : (this.#byPlace.get(place) ?? NONE);
	}

	/** Of all its legs. */
	ofConversation({ calls }: Conversation): readonly Finding[] {
		const found = calls.map((call) => this.of(call)).filter((list) => list.length > 0);
		return found.length < 2 ? (found[0] ?? NONE) : worstFirst(found.flat());
	}
}

/** Keeps the order of those that are equally severe. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
	return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

function grouped<Key>(
	findings: readonly Finding[],
	keysOf: (finding: Finding) => readonly Key[]
): ReadonlyMap<Key, readonly Finding[]> {
	const groups = new Map<Key, Finding[]>();
	for (const finding of worstFirst(findings)) {
		for (const key of keysOf(finding)) {
			const group = groups.get(key);
			if (group) group.push(finding);
			else groups.set(key, [finding]);
		}
	}
	return groups;
}
