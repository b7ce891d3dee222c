import { parseParameters } from '../../sip/grammar/parameters.ts';
import { header, parseMessage } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { EndReason } from './call.ts';

/** What a BYE or CANCEL gives as its reason; `undefined` where it gives none. */
export function endReasonOf({ entry }: SeenMessage): EndReason | undefined {
	const text = textOf(entry);
	if (!/\nreason[ \t]*:/i.test(text)) return undefined;
	const value = header(parseMessage(text), 'Reason') ?? '';
	const parameters = parseParameters(value);
	const cause = parameters.get('cause') ?? '';
	return {
		protocol: value.split(';', 1)[0]?.trim() ?? '',
		cause: /^\d{1,3}$/.test(cause) ? Number(cause) : undefined,
		text: parameters.get('text')
	};
}

/** Whether the phone is told to stop ringing because another has answered (RFC 3326 §2). */
export function isElsewhere({ protocol, cause }: EndReason): boolean {
	return protocol.toUpperCase() === 'SIP' && cause === 200;
}
