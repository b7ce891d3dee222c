import type { SeenMessage } from './seen-message.ts';

/** Of the phone that saw the call. */
export type Side = 'local' | 'remote';

/** Who sent a message. */
export function sideOf({ entry }: Pick<SeenMessage, 'entry'>): Side {
	return entry.direction === 'sent' ? 'local' : 'remote';
}
