import { lettersOf } from '../sip/grammar/character.ts';
import { parameter } from '../sip/grammar/parameters.ts';

/** Which RingCentral call, and which side of it, a leg belongs to. */
export interface PartyIds {
	/** `s-…`: the same for all legs of one call, across phones. */
	sessionId?: string;
	/** `p-…-2`. */
	partyId?: string;
}

const SESSION_ID = lettersOf('session-id');
const PARTY_ID = lettersOf('party-id');

/** Reads `p-rc-api-ids`: `party-id=p-…-2;session-id=s-…`. */
export function parsePartyIds(value: string): PartyIds {
	const parameters = `;${value}`;
	const sessionId = parameter(parameters, 0, parameters.length, SESSION_ID);
	const partyId = parameter(parameters, 0, parameters.length, PARTY_ID);
	return { ...(sessionId ? { sessionId } : {}), ...(partyId ? { partyId } : {}) };
}
