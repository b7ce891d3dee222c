/** Which RingCentral call, and which side of it, a leg belongs to. */
export interface PartyIds {
	/** `s-…`: the same for all legs of one call, across phones. */
	sessionId?: string;
	/** `p-…-2`. */
	partyId?: string;
}

const SESSION_ID = /(?:^|;)\s*session-id\s*=([^;]*)/i;
const PARTY_ID = /(?:^|;)\s*party-id\s*=([^;]*)/i;

/** Reads `p-rc-api-ids`: `party-id=p-…-2;session-id=s-…`. */
export function parsePartyIds(value: string): PartyIds {
	const sessionId = sessionIdOf(value);
	const partyId = PARTY_ID.exec(value)?.[1]?.trim();
	return { ...(sessionId && { sessionId }), ...(partyId && { partyId }) };
}

/** The session alone, which the correlation asks of every answer to an INVITE. */
export function sessionIdOf(value: string): string | undefined {
	return SESSION_ID.exec(value)?.[1]?.trim() || undefined;
}
