import { parseReason } from '../../sip/fields/reason.ts';
import { parseMessage, values } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { EndReason } from './call.ts';

/** What a BYE or CANCEL gives as its reason; `undefined` where it gives none. */
export function endReasonOf({ entry }: SeenMessage): EndReason | undefined {
	const text = textOf(entry);
	if (!/\nreason[ \t]*:/i.test(text)) return undefined;
	const [first = ''] = values(parseMessage(text), 'Reason');
	const reason = parseReason(first);
	return reason && { protocol: reason.protocol, cause: reason.cause, text: reason.text };
}

/** Whether the phone is told to stop ringing because another has answered (RFC 3326 §2). */
export function isElsewhere({ protocol, cause }: EndReason): boolean {
	return protocol.toUpperCase() === 'SIP' && cause === 200;
}
