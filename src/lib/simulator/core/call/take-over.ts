import type { Edge } from '../edge.ts';
import type { End } from './conversation.ts';
import { Leg } from './leg.ts';

/**
 * A phone goes on with the call that another phone of the same extension is in. That phone is let
 * go; the far phone keeps its call and learns by a re-INVITE that its media moves.
 * @returns false where there is no such call
 */
export function takeOver(edge: Edge, successor: End): boolean {
	const taken = edge.legs.all().find((leg) => leg !== successor && isTakable(leg, successor));
	const conversation = taken?.conversation;
	if (!taken || !conversation) return false;
	const far = conversation.other(taken);
	conversation.replace(taken, successor);
	void taken.hangUp();
	if (far instanceof Leg) void far.reInvite();
	return true;
}

function isTakable(leg: Leg, { account }: End): boolean {
	const isUp = leg.state === 'confirmed' && leg.conversation?.has(leg) === true;
	return isUp && leg.account === account;
}
