import type { Account } from '../accounts.ts';
import type { Edge } from '../core/edge.ts';
import type { Presence } from './rest/asked.ts';

/** What the edge knows of a person: from the bindings of the phones, and from their calls. */
export function presenceOf(edge: Edge, account: Account): Presence {
	const states = edge.registrar
		.all()
		.filter((binding) => binding.account === account)
		.flatMap(({ connection }) => edge.connection(connection) ?? [])
		.flatMap((connection) => edge.legs.on(connection))
		.map((leg) => leg.state);
	const isTalking = states.some((state) => state === 'answered' || state === 'confirmed');
	const telephony = isTalking ? 'CallConnected' : states.length > 0 ? 'Ringing' : 'NoCall';
	return { online: edge.registrar.reachable(account).length > 0, telephony };
}
