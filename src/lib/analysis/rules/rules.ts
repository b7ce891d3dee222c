import { edgeAnswered } from './calls/edge-answered.ts';
import { slotsFull } from './registrations/slots-full.ts';
import type { AnyRule, Rule, Scope } from './rule.ts';
import type { RuleId } from './rule-id.ts';
import { staleNonce } from './transactions/stale-nonce.ts';
import { wrongPassword } from './transactions/wrong-password.ts';
import { wrongRealm } from './transactions/wrong-realm.ts';

/** Every rule there is; findings that the same entry proves come in this order. */
export const RULES: readonly AnyRule[] = [
	slotsFull,
	wrongPassword,
	wrongRealm,
	staleNonce,
	edgeAnswered
];

/** Those that look at subjects of one kind. */
export const RULES_FOR: { readonly [S in Scope]: readonly Rule<S>[] } = {
	message: rulesFor('message'),
	transaction: rulesFor('transaction'),
	attempt: rulesFor('attempt'),
	registration: rulesFor('registration'),
	call: rulesFor('call'),
	connection: rulesFor('connection')
};

const RANKS: ReadonlyMap<RuleId, number> = new Map(RULES.map(({ id }, rank) => [id, rank]));

/** A rule's place in the table. */
export function rankOf(id: RuleId): number {
	return RANKS.get(id) ?? RULES.length;
}

function rulesFor<S extends Scope>(scope: S): readonly Rule<S>[] {
	return RULES.filter((rule): rule is AnyRule & Rule<S> => rule.scope === scope);
}
