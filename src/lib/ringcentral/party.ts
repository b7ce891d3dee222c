import { parseParameters } from '../sip/grammar/parameters.ts';

/** Which RingCentral call, and which side of it, a leg belongs to. */
export interface PartyIds {
	/** `s-…`: the same for all legs of one call, across phones. */
	sessionId?: string;
	/** `p-…-2`. */
	partyId?: string;
}

/** Reads `p-rc-api-ids`: `party-id=p-…-2;session-id=s-…`. */
export function parsePartyIds(value: string): PartyIds {
	const parameters = parseParameters(`;${value}`);
	const sessionId = parameters.get('session-id');
	const partyId = parameters.get('party-id');
	return { ...(sessionId ? { sessionId } : {}), ...(partyId ? { partyId } : {}) };
}
