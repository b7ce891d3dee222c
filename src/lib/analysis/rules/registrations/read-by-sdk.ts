import { headers, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';

/** Whether the first Contact tells an expiry, as it nearly always does; it costs little to look. */
export function hasPlainExpiry({ head }: SeenMessage): boolean {
	return /;expires=\d/.test(head.contact);
}

/** The seconds that the SDK takes for the expiry of its own contact. Repeated fields overwrite each other there. */
export function expiryReadBySdk({ entry }: SeenMessage): number | undefined {
	const value = headers(parseMessage(textOf(entry)), 'Contact').at(-1) ?? '';
	const [, seconds] = /;expires=(\d+)/.exec(value) ?? [];
	return seconds === undefined ? undefined : Number(seconds);
}
