import { Conversation } from '../call/conversation.ts';
import type { RingOptions } from '../call/ringing.ts';
import type { Edge } from '../edge.ts';
import { destinationEnd } from './destination-end.ts';
import { echoingSubscriber, subscriberOf } from './directory.ts';
import { destinationOf } from './number-plan.ts';
import { Telephone } from './telephone.ts';

/** A call from outside, as a test or a button wants it. */
export interface CallIn extends Pick<RingOptions, 'answerAfter' | 'withoutOffer'> {
	/** Who calls, in E.164. A number of the directory sounds as it does when it is called. */
	from: string;
	/** The caller's name; the number unless told. */
	name?: string;
	/** An extension, its number, or the queue's. */
	to: string;
}

/** The caller's side of such a call. */
export interface CallFromOutside {
	/** As in `p-rc-api-ids`, without its `s-`. */
	readonly sessionId: string;
	hangUp(): void;
}

/** @returns undefined where nobody here has the number that is called */
export function callIn(
	edge: Edge,
	{ from, name, to, ...ring }: CallIn
): CallFromOutside | undefined {
	const destination = destinationOf(to, edge.accounts);
	if (destination.kind !== 'extension' && destination.kind !== 'queue') return undefined;
	const known = subscriberOf(from.replace(/^\+/, '')) ?? echoingSubscriber(from);
	const caller = new Telephone(edge, { ...known, name: name ?? known.name }, { calls: true });
	const conversation = new Conversation(edge.identifiers, [
		caller,
		destinationEnd(edge, destination, ring)
	]);
	return { sessionId: conversation.sessionId, hangUp: () => caller.hangUp() };
}
