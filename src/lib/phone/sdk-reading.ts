import RcMessage from 'ringcentral-web-phone/rc-message/rc-message';
import InboundMessage from 'ringcentral-web-phone/sip-message/inbound';

/** What the SDK makes of what it receives. */
export interface SdkReading {
	readonly subject: string;
	/** By name as written; `undefined` where it found no value. */
	readonly headers: ReadonlyMap<string, string | undefined>;
	readonly body: string;
	readonly fate: SdkFate;
	/** Whom a command is for that is for another client. */
	readonly otherClient?: string;
}

export type SdkFate =
	/** Whoever listens is told. */
	| 'taken'
	/** A command for another client: it is dropped before anybody is told. */
	| 'dropped'
	/** It throws on it, in a listener where nobody catches. */
	| 'thrown on';

/**
 * Reads a message with the SDK's own parser, as its listener does.
 *
 * @param clientId the `authorizationId` of the phone; where it is not known, no command is another's
 */
export function readBySdk(text: string, clientId: string | undefined): SdkReading {
	const { subject, headers, body } = InboundMessage.fromString(text);
	const reading = { subject, headers: new Map(Object.entries(headers)), body };
	if (!subject.startsWith('MESSAGE sip:')) return { ...reading, fate: 'taken' };
	try {
		const client = (RcMessage.fromXml(body).body as Partial<Record<string, string>>)['Cln'];
		const isOthers = Boolean(client) && clientId !== undefined && client !== clientId;
		return isOthers
			? { ...reading, fate: 'dropped', otherClient: client }
			: { ...reading, fate: 'taken' };
	} catch {
		// That it throws is what was to be found out.
		return { ...reading, fate: 'thrown on' };
	}
}
