import { parseReason } from '../../sip/fields/reason.ts';
import { parseMessage, values } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';

/** Why a call ends (RFC 3326): `SIP ;cause=200 ;text="Call completed elsewhere"`. */
export interface EndReason {
	protocol: string;
	cause?: number;
	text?: string;
}

/** What a BYE or CANCEL gives as its reason; `undefined` where it gives none. */
export function endReasonOf({ entry }: SeenMessage): EndReason | undefined {
	const text = textOf(entry);
	if (!/\nreason[ \t]*:/i.test(text)) return undefined;
	const [first = ''] = values(parseMessage(text), 'Reason');
	const reason = parseReason(first);
	return reason && { protocol: reason.protocol, cause: reason.cause, text: reason.text };
}

/** Whether a CANCEL tells a phone to stop ringing because another has answered (RFC 3326 §2). */
export function isElsewhere(cancel: SeenMessage): boolean {
	const { protocol, cause } = endReasonOf(cancel) ?? {};
	return protocol?.toUpperCase() === 'SIP' && cause === 200;
}
