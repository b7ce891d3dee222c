import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';

/** The version whose ways the rules know. */
export const SDK = 'ringcentral-web-phone 2.5.4';

/**
 * Whether the SDK saw a message. Phones that Sipscope itself recorded are the SDK; in any other trace
 * the phone's own requests tell.
 */
export function isSdk({ entry }: SeenMessage): boolean {
	return entry.phone !== undefined || /\nUser-Agent: ringcentral-web-phone/i.test(textOf(entry));
}
